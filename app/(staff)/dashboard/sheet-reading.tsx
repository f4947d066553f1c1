'use client'

import type { Encoding } from '#domain/encodings.ts'
import { inFigures } from '#domain/numbers.ts'
import { SHEET_ANSWERS } from '#domain/sheet-readings.ts'
import { CheckField } from '../../_ui/check-field.tsx'
import { FieldGroup } from '../../_ui/field-group.tsx'
import type { ReadSheetFragment } from './sheet-reading.generated.ts'

/** What somebody has said of a file that can be read in two ways, by the question. */
export type ChosenReadings = Partial<Record<ReadSheetFragment['choices'][number]['question'], string>>

type Props = {
  id: string
  reading: ReadSheetFragment
  /** How the file's bytes are read as letters; null for what was pasted. */
  encoding?: Encoding | null
  /** Heads the figures, such as "Dots by issue". */
  factsTitle: string
  chosen?: ChosenReadings
  onChoose?: (chosen: ChosenReadings) => void
}

/** What was understood of a spreadsheet, before anything is done: signs, columns, figures, and what has to be asked. */
export function SheetReading({ id, reading, encoding = null, factsTitle, chosen = {}, onChoose }: Props) {
  const { columns, facts, notes, choices } = reading
  const ignored = columns.filter(({ readAs }) => readAs === null)
  return (
    <section aria-labelledby={`${id}-heading`} className="space-y-4">
      <p id={`${id}-heading`} className="font-bold">
        How it was read
      </p>
      <Pairs
        rows={[
          ...(encoding ? [{ label: 'Encoding', figure: encoding }] : []),
          { label: 'Delimiter', figure: reading.delimiter ?? 'none: one cell on each line' },
          {
            label: 'Heading',
            figure: reading.headingLine === null ? 'none' : `line ${inFigures(reading.headingLine)}`,
          },
          ...columns.flatMap(({ heading, readAs }, at) =>
            readAs === null
              ? []
              : [
                  {
                    label: heading === '' ? `Column ${at + 1}` : `Column “${heading}”`,
                    figure: `read as ${readAs}`,
                  },
                ],
          ),
          ...(ignored.length > 0
            ? [
                {
                  label: ignored.length === 1 ? 'Ignored column' : 'Ignored columns',
                  figure: ignored.map(({ heading }) => `“${heading}”`).join(', '),
                },
              ]
            : []),
        ]}
      />
      {facts.length > 0 ? (
        <>
          <p className="font-bold">{factsTitle}</p>
          <Pairs rows={facts} />
        </>
      ) : null}
      {notes.length > 0 ? (
        <ul className="list-disc space-y-1 ps-5 wrap-anywhere">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {onChoose
        ? choices.map(({ question, words, taken }) => (
            <FieldGroup key={question} legend={<span className="font-bold">{words}</span>}>
              {Object.entries(SHEET_ANSWERS[question]).map(([value, label]) => (
                <CheckField
                  key={value}
                  id={`${id}-${value}`}
                  type="radio"
                  name={`${id}-${question}`}
                  label={label}
                  checked={(chosen[question] ?? taken) === value}
                  onChange={() => onChoose({ ...chosen, [question]: value })}
                />
              ))}
            </FieldGroup>
          ))
        : null}
    </section>
  )
}

function Pairs({ rows }: { rows: readonly { label: string; figure: string }[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(({ label, figure }) => (
        <div key={label} className="flex justify-between gap-6 py-1.5">
          <dt className="min-w-0 wrap-anywhere">{label}</dt>
          <dd className="tally text-end font-bold wrap-anywhere">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
