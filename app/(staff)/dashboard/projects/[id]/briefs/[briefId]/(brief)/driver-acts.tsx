'use client'

import { Button } from '../../../../../../../_ui/button.tsx'
import { RefusedNote } from '../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../use-act.ts'
import { ActForm } from '../../act-form.tsx'
import { EditDriverDocument, MoveDriverDocument, RemoveDriverDocument } from './brief.generated.ts'

type Props = {
  driver: { id: string; text: string; parentId: string | null; position: number }
  first: boolean
  last: boolean
}

/** The words of a driver, its place among its own kind, and its end. */
export function DriverActs({ driver: { id, text, parentId, position }, first, last }: Props) {
  const moving = useAct(MoveDriverDocument)
  const removing = useAct(RemoveDriverDocument)
  const move = (by: number) => void moving.act({ input: { id, parentId, position: position + by } })
  return (
    <div className="space-y-4 border-s-4 border-line ps-4">
      <ActForm
        form={`driver-${id}`}
        document={EditDriverDocument}
        saved={{ text }}
        fields={[{ name: 'text', label: 'Driver' }]}
        variablesOf={(values, { basedOn }) => ({ driverId: id, text: String(values.text), basedOn })}
        button="Save the driver"
        pendingLabel="Saving"
        told="The driver is saved."
      />
      <RefusedNote refused={moving.refused ?? removing.refused} form="driver" />
      <div className="flex flex-wrap gap-3">
        {first ? null : (
          <Button variant="secondary" onClick={() => move(-1)} pending={moving.pending}>
            Move up
          </Button>
        )}
        {last ? null : (
          <Button variant="secondary" onClick={() => move(1)} pending={moving.pending}>
            Move down
          </Button>
        )}
        <Button
          variant="secondary"
          onClick={() => void removing.act({ driverId: id })}
          pending={removing.pending}
        >
          Remove the driver
        </Button>
      </div>
    </div>
  )
}
