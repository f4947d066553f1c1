'use client'

import { CYCLE_STATE_LABELS, CYCLE_WORDS } from '#domain/cycles.ts'
import { toast } from '../../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../../use-act.ts'
import { ActForm } from '../../../act-form.tsx'
import { MoveCycleDocument, UpdateCycleDocument } from './cycle.generated.ts'
import { PART_FIELDS } from './part-fields.ts'

type Part = keyof typeof PART_FIELDS
const NEXT = { PLAN: 'DO', DO: 'STUDY', STUDY: 'ACT' } as const

type Props = {
  part: Part
  cycle: { id: string; dataOverTime: boolean } & Record<(typeof CYCLE_WORDS)[number], string | null>
}

/** The part that a cycle is in: save its words, then go on to the next. */
export function PartForm({ part, cycle }: Props) {
  const fields = PART_FIELDS[part]
  const saved = Object.fromEntries(fields.map(({ name }) => [name, cycle[name] ?? '']))
  const words = CYCLE_WORDS.filter((word) => fields.some(({ name }) => name === word))
  const moving = useAct(MoveCycleDocument)
  const next = NEXT[part]

  async function goOn() {
    if (await moving.act({ input: { cycleId: cycle.id, from: part, to: next } }))
      toast(`The cycle is in ${CYCLE_STATE_LABELS[next]} now.`)
  }

  return (
    <>
      <ActForm
        form={`cycle-${cycle.id}-${part}`}
        document={UpdateCycleDocument}
        saved={saved}
        fields={fields}
        variablesOf={(values, { onlyChanged, basedOn }) => ({
          input: {
            id: cycle.id,
            basedOn,
            ...onlyChanged({
              ...Object.fromEntries(words.map((word) => [word, String(values[word])])),
              dataOverTime: values.dataOverTime === true,
            }),
          },
        })}
        button="Save"
        pendingLabel="Saving"
        told="Saved."
        onward={{ label: `Go on to ${CYCLE_STATE_LABELS[next]}`, go: goOn }}
      />
      <RefusedNote refused={moving.refused} form="move" />
    </>
  )
}
