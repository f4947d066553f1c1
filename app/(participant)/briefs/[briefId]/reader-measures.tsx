import { query } from '../../../_apollo/server.ts'
import { Card } from '../../../_ui/card.tsx'
import { ChartTable } from '../../../(staff)/dashboard/projects/[id]/measures/[measureId]/chart-table.tsx'
import { notesOf } from '../../../(staff)/dashboard/projects/[id]/measures/[measureId]/notes-of.ts'
import { ChartFigure } from '../../../(staff)/dashboard/projects/[id]/measures/chart-figure.tsx'
import { VariationMark } from '../../../(staff)/dashboard/projects/[id]/measures/variation-mark.tsx'
import { ReaderMeasuresDocument } from './reader-measures.generated.ts'

/** What is measured, each with its chart and a table behind it. */
export async function ReaderMeasures({ briefId }: { briefId: string }) {
  const { brief } = await query(ReaderMeasuresDocument, { id: briefId })
  if (!brief || brief.measures.length === 0) return null
  return (
    <section aria-labelledby="measures" className="mt-10 border-t border-line pt-6">
      <h2 id="measures">What is measured</h2>
      <ul className="mt-3 space-y-6">
        {brief.measures.map((measure) => {
          const { id, title, definition, chart, unit, target } = measure
          const team = brief.teams.find(({ measures }) => measures.some((own) => own.id === id))
          return (
            <li key={id} id={`measure-${id}`} className="scroll-mt-4">
              <Card className="space-y-3">
                <h3 className="wrap-anywhere">{title}</h3>
                {team ? <p className="text-ink-soft wrap-anywhere">Of {team.organisation} alone</p> : null}
                {definition ? (
                  <p className="max-w-prose whitespace-pre-line wrap-anywhere">{definition}</p>
                ) : null}
                {chart.kind === 'NONE' ? (
                  <p className="text-ink-soft">No points yet. The chart comes with the first.</p>
                ) : (
                  <>
                    <VariationMark chart={chart} />
                    <ChartFigure chart={chart} target={target} unit={unit} notes={notesOf(measure)} />
                    <ChartTable chart={chart} unit={unit} />
                  </>
                )}
              </Card>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
