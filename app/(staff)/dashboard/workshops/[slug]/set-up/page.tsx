import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../../_apollo/server.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TimeZones } from '../../../time-zones.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { DetailsForm } from './details-form.tsx'
import { Discussion } from './discussion.tsx'
import { Embedding } from './embedding.tsx'
import { Keeping } from './keeping.tsx'
import { SetUpPageDocument } from './set-up.generated.ts'
import { Steps } from './steps.tsx'
import { Tables } from './tables.tsx'

const SECTIONS = [
  { id: 'details', title: 'Details' },
  { id: 'steps', title: 'Steps' },
  { id: 'tables', title: 'Tables' },
  { id: 'discussion', title: 'Discussion' },
  { id: 'embedding', title: 'Show on other websites' },
  { id: 'keeping', title: 'Publish, duplicate, archive, delete' },
]

/** "Set-up: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Set-up', props)
}

/** What the workshop is called and when it is, its steps and its tables. */
export default async function SetUpPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop } = await query(SetUpPageDocument, { slug })
  if (!workshop) notFound()
  return (
    <>
      <PageHeading above={workshop.title} title="Set-up" />
      <nav aria-label="On this page" className="mb-8 flex flex-wrap gap-x-5">
        {SECTIONS.map(({ id, title }) => (
          <a key={id} href={`#${id}`} className="inline-flex min-h-11 min-w-11 items-center">
            {title}
          </a>
        ))}
      </nav>
      <div className="space-y-12">
        <section aria-labelledby="details">
          <h2 id="details">Details</h2>
          <DetailsForm workshop={workshop} />
          <TimeZones />
        </section>
        <section aria-labelledby="steps">
          <h2 id="steps">Steps</h2>
          <p className="mt-1 max-w-prose">
            What happens, in order. Participants may do what the open steps are for. Steps can be moved,
            repeated and reopened, and going back loses nothing.
          </p>
          <Steps workshopId={workshop.id} steps={workshop.steps} />
        </section>
        <section aria-labelledby="tables">
          <h2 id="tables">Tables</h2>
          <p className="mt-1 max-w-prose">
            People who work together. A table’s code stands in the corner of every post-it that comes from it.
          </p>
          <Tables workshopId={workshop.id} tables={workshop.tables} areas={workshop.areas} />
        </section>
        <section aria-labelledby="discussion">
          <h2 id="discussion">Discussion</h2>
          <p className="mt-1 max-w-prose">How people see each other’s ideas and comments.</p>
          <Discussion workshop={workshop} />
        </section>
        <section aria-labelledby="embedding">
          <h2 id="embedding">Show on other websites</h2>
          <p className="mt-1 max-w-prose">
            The results and the progress of a published workshop can stand in a page of your own website.
          </p>
          <Embedding workshop={workshop} />
        </section>
        <section aria-labelledby="keeping">
          <h2 id="keeping">Publish, duplicate, archive, delete</h2>
          <Keeping workshop={workshop} />
        </section>
      </div>
    </>
  )
}
