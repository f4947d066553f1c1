'use client'

import { DIRECTION_LABELS, DIRECTIONS, MEASURE_KIND_LABELS, MEASURE_KINDS } from '#domain/measures.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import type { useKeptForm } from '../../../../use-kept-form.ts'
import type { MeasureForm } from './measure-form.ts'

type Props = {
  form: ReturnType<typeof useKeptForm<MeasureForm>>
  errorAt: (field: string) => string | null
}

/** What defines a measure, so that two people who measure come to the same value. */
export function MeasureFields({ form, errorAt }: Props) {
  return (
    <>
      <TextField
        id="measure-title"
        label="What is measured"
        hint="Short, as it stands on the chart: “Patients who slept through”."
        error={errorAt('title')}
        {...form.field('title')}
      />
      <SelectField
        id="measure-kind"
        label="Kind"
        hint="Outcome: does it get better? Process: do we do it? Balancing: does something else get worse?"
        {...form.field('kind')}
      >
        {MEASURE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {MEASURE_KIND_LABELS[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField id="measure-direction" label="Which way is better" {...form.field('direction')}>
        {DIRECTIONS.map((direction) => (
          <option key={direction} value={direction}>
            {DIRECTION_LABELS[direction]}
          </option>
        ))}
      </SelectField>
      <TextField
        id="measure-unit"
        label="Unit (optional)"
        hint="Such as %, minutes or patients."
        error={errorAt('unit')}
        {...form.field('unit')}
      />
      <TextField
        id="measure-target"
        label="Target (optional)"
        inputMode="decimal"
        error={errorAt('target')}
        {...form.field('target')}
      />
      <TextField
        id="measure-baselinePoints"
        label="Lock the baseline to the first points (optional)"
        hint="From 12 to 1,000. Left empty, mean and limits take in every point."
        inputMode="numeric"
        error={errorAt('baselinePoints')}
        {...form.field('baselinePoints')}
      />
      <TextAreaField
        id="measure-definition"
        label="How it is measured (optional)"
        hint="Who counts what, where and when, so that two people come to the same value."
        error={errorAt('definition')}
        {...form.field('definition')}
      />
    </>
  )
}
