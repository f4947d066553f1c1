'use client'

import type { FormEvent } from 'react'
import { Button } from '../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { MeasureFields } from '../measure-fields.tsx'
import { MEASURE_FIELDS, readMeasureForm } from '../measure-form.ts'
import type { MeasureView } from './load-measure.ts'
import { UpdateMeasureDocument } from './measure.generated.ts'

type Props = {
  measure: Pick<
    MeasureView,
    'id' | 'title' | 'kind' | 'direction' | 'unit' | 'target' | 'baselinePoints' | 'definition'
  >
}

const MEASURE_LABELS = {
  title: 'What is measured',
  kind: 'Kind',
  direction: 'Which way is better',
  unit: 'Unit',
  target: 'Target',
  baselinePoints: 'Points of the baseline',
  definition: 'How it is measured',
}

/** Everything that defines the measure. */
export function EditMeasure({ measure }: Props) {
  const { id, title, kind, direction, unit, target, baselinePoints, definition } = measure
  const numbers = { target: String(target ?? ''), baselinePoints: String(baselinePoints ?? '') }
  const form = useKeptForm(`measure-${id}`, { title, kind, direction, unit, definition, ...numbers })
  const { act, pending, refused, errorAt } = useAct(UpdateMeasureDocument)

  async function save(event: FormEvent) {
    event.preventDefault()
    const { input, check } = readMeasureForm(form.values)
    const done = await act({ input: { id, ...form.onlyChanged(input), basedOn: form.basedOn } }, { check })
    if (!done) return
    form.clear()
    toast('The measure is saved.')
  }

  return (
    <form onSubmit={save} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
      <RefusedNote refused={refused} form="measure" fields={MEASURE_FIELDS} />
      <OvertakenNote form={form} labels={MEASURE_LABELS} />
      <MeasureFields form={form} errorAt={errorAt} />
      <Button type="submit" pending={pending} pendingLabel="Saving">
        Save the changes
      </Button>
    </form>
  )
}
