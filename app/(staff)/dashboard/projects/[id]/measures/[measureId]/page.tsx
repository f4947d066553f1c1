import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DIRECTION_LABELS, MEASURE_KIND_LABELS } from '#domain/measures.ts'
import { Breadcrumbs } from '../../../../../../_ui/breadcrumbs.tsx'
import { Card } from '../../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import { Empty } from '../../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { Tag } from '../../../../../../_ui/tag.tsx'
import { TextLink } from '../../../../../../_ui/text-link.tsx'
import { ChartFigure } from '../chart-figure.tsx'
import { AddPoint } from './add-point.tsx'
import { ArchiveMeasure } from './archive-measure.tsx'
import { ChartTable } from './chart-table.tsx'
import { EditMeasure } from './edit-measure.tsx'
import { loadMeasure } from './load-measure.ts'
import { MeasureBriefs } from './measure-briefs.tsx'
import { NotesDesk } from './notes-desk.tsx'
import { notesOf } from './notes-of.ts'
import { PastePoints } from './paste-points.tsx'
import { PointList } from './point-list.tsx'

type Props = {
  params: Promise<{ id: string; measureId: string }>
  searchParams: Promise<{ chart?: string | string[] }>
}

/** The measure's own title. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: (await loadMeasure((await params).measureId, (await searchParams).chart === 'run')).title }
}

/** One measure: its chart, what the chart says, and everything that can be added to it. */
export default async function MeasurePage({ params, searchParams }: Props) {
  const { id, measureId } = await params
  const asRun = (await searchParams).chart === 'run'
  const measure = await loadMeasure(measureId, asRun)
  if (measure.project.id !== id) notFound()
  const { chart, unit, target, definition, viewerCanEdit, archivedAt } = measure
  const here = `/dashboard/projects/${id}`
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: '/dashboard', label: 'Dashboard' },
              { href: here, label: measure.project.title },
              { href: `${here}/measures`, label: 'Measures' },
            ]}
          />
        }
        title={measure.title}
        lead={`${MEASURE_KIND_LABELS[measure.kind]} measure. ${DIRECTION_LABELS[measure.direction]}.`}
      />
      {archivedAt ? <Tag className="mb-4">Archived</Tag> : null}
      <Card as="section" aria-labelledby="chart">
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="chart">Chart</h2>
          {chart.pointCount >= 12 ? (
            <TextLink href={asRun ? '?' : '?chart=run'} scroll={false}>
              {asRun ? 'Show as an XmR chart' : 'Show as a run chart'}
            </TextLink>
          ) : null}
        </div>
        {chart.kind === 'NONE' ? (
          <Empty title="No points yet" headingLevel="h3">
            <p>The chart comes with the first point. Add one below, or paste many from a spreadsheet.</p>
          </Empty>
        ) : (
          <>
            <ChartFigure chart={chart} target={target} unit={unit} notes={notesOf(measure)} />
            <ChartTable chart={chart} unit={unit} />
          </>
        )}
      </Card>
      {definition ? (
        <section aria-labelledby="definition" className="mt-8 max-w-prose">
          <h2 id="definition">How it is measured</h2>
          <p className="mt-2 whitespace-pre-line wrap-anywhere">{definition}</p>
        </section>
      ) : null}
      {viewerCanEdit ? (
        <div className="mt-8 grid gap-8 lg:grid-cols-2 lg:items-start print:hidden">
          <section aria-labelledby="add">
            <h2 id="add">Add points</h2>
            <AddPoint measureId={measureId} />
            <Disclosure summary="Paste many from a spreadsheet" className="mt-2">
              <PastePoints measureId={measureId} />
            </Disclosure>
          </section>
          <section aria-labelledby="notes">
            <h2 id="notes">Notes on the chart</h2>
            <NotesDesk measure={measure} />
          </section>
        </div>
      ) : null}
      <section aria-labelledby="points" className="mt-8 print:hidden">
        <h2 id="points">Points</h2>
        <Disclosure summary="The latest points, to correct or to remove">
          <PointList measure={measure} />
        </Disclosure>
      </section>
      <MeasureBriefs measure={measure} />
      {viewerCanEdit ? (
        <div className="mt-10 space-y-2 border-t border-line pt-4 print:hidden">
          <Disclosure summary="Change the measure">
            <EditMeasure measure={measure} />
          </Disclosure>
          <ArchiveMeasure id={measureId} title={measure.title} archived={archivedAt !== null} />
        </div>
      ) : null}
    </>
  )
}
