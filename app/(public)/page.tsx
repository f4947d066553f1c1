import { query } from '../_apollo/server.ts'
import { Card } from '../_ui/card.tsx'
import { Empty } from '../_ui/empty.tsx'
import { Notice } from '../_ui/notice.tsx'
import { TextLink } from '../_ui/text-link.tsx'
import { JoinBox } from './join-box.tsx'
import { LandingDocument } from './landing.generated.ts'
import { PublishedWorkshop } from './published-workshop.tsx'

/** The start page: what this is, the way into the room, and what earlier workshops have published. */
export default async function LandingPage() {
  const { viewer, publishedWorkshops } = await query(LandingDocument, {})
  const seat = viewer?.seats.edges[0]?.node
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div>
          <h1 className="max-w-prose">Workshops where everyone’s words count</h1>
          <p className="mt-3 max-w-prose text-lead">
            Write the issues you see, choose the most important ones together, and follow what becomes of
            them. The Lab runs its co-design workshops here and keeps every post-it and every dot.
          </p>
          {seat ? (
            <Notice className="mt-6 max-w-prose" title="You have a seat">
              <TextLink href={`/workshops/${seat.workshop.slug}`}>Go to {seat.workshop.title}</TextLink>
            </Notice>
          ) : null}
        </div>
        <Card as="section" aria-labelledby="join">
          <h2 id="join">Join a workshop</h2>
          <JoinBox />
          {viewer?.email ? null : (
            <p className="mt-4 border-t border-line pt-4">
              Invited by e-mail, or one of the Lab’s staff? <TextLink href="/sign-in">Sign in</TextLink>
            </p>
          )}
        </Card>
      </div>

      <section aria-labelledby="published" className="mt-12">
        <h2 id="published">Published workshops</h2>
        {publishedWorkshops.edges.length === 0 ? (
          <div className="mt-4">
            <Empty title="Nothing is published yet" headingLevel="h3">
              <p>
                When the Lab publishes a workshop, its issues, votes and priorities can be read here by
                everybody.
              </p>
            </Empty>
          </div>
        ) : (
          <ul className="mt-4 grid gap-4 md:grid-cols-2">
            {publishedWorkshops.edges.map(({ node }) => (
              <li key={node.id}>
                <PublishedWorkshop workshop={node} />
              </li>
            ))}
          </ul>
        )}
        <p className="mt-6 max-w-prose">
          Programs and spreadsheets can read what is published, too:{' '}
          <TextLink href="/partners">see how, for partners</TextLink>.
        </p>
      </section>
    </>
  )
}
