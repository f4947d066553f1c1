'use client'

import { CYCLE_STATE_LABELS, CYCLE_WORDS } from '#domain/cycles.ts'
import { ActForm } from '../../../act-form.tsx'
import { ActButton } from '../../act-button.tsx'
import { MoveCycleDocument, UpdateCycleDocument } from './cycle.generated.ts'
import { PART_FIELDS } from './part-fields.ts'

type Part = keyof typeof PART_FIELDS
const NEXT = { PLAN: 'DO', DO: 'STUDY', STUDY: 'ACT' } as const

type Props = {
  part: Part
  cycle: { id: string; dataOverTime: boolean } & Record<(typeof CYCLE_WORDS)[number], string | null>
}

/** The part that a cycle is in: its words, and the way to the next part, which saves them too. */
export function PartForm({ part, cycle }: Props) {
  const fields = PART_FIELDS[part]
  const saved = Object.fromEntries(fields.map(({ name }) => [name, cycle[name] ?? '']))
  const words = CYCLE_WORDS.filter((word) => fields.some(({ name }) => name === word))
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
        savedFirst
      />
      <ActButton
        document={MoveCycleDocument}
        variables={{ input: { cycleId: cycle.id, from: part, to: NEXT[part] } }}
        told={`The cycle is in ${CYCLE_STATE_LABELS[NEXT[part]]} now.`}
        saveFirst
      >
        Go on to {CYCLE_STATE_LABELS[NEXT[part]]}
      </ActButton>
    </>
  )
}
