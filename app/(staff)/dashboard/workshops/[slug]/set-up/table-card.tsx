'use client'

import { plural } from '#domain/numbers.ts'
import { AreaMark } from '../../../../../_ui/area-mark.tsx'
import { Button } from '../../../../../_ui/button.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { RemoveTable } from './remove-table.tsx'
import type { SetUpTable } from './set-up-workshop.ts'
import { useRemoveTable } from './use-remove-table.ts'

type Props = { workshopId: string; table: SetUpTable; areaPlace: number; edit: () => void }

/** One table: its code as on its post-its, its name, its area and how many sit there. */
export function TableCard({ workshopId, table, areaPlace, edit }: Props) {
  const { code, name, area, position, seatCount } = table
  const { remove, pending, refused } = useRemoveTable(workshopId, table)
  return (
    <PostIt as="li" hue={position}>
      <p className="text-section font-bold">{code}</p>
      {name ? <p>{name}</p> : null}
      <p>{area ? <AreaMark position={areaPlace} name={area.name} /> : 'No area'}</p>
      <p className="tally">{plural(seatCount, 'person', 'people')}</p>
      <RefusedNote refused={refused} form={`table-${code}`} className="mt-2" />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="quiet" onClick={edit}>
          Change<span className="sr-only"> table {code}</span>
        </Button>
        {seatCount > 0 ? (
          <RemoveTable table={table} />
        ) : (
          <Button variant="quiet" pending={pending} pendingLabel="Removing" onClick={remove}>
            Remove<span className="sr-only"> table {code}</span>
          </Button>
        )}
      </div>
    </PostIt>
  )
}
