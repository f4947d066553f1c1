import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { KIND_LABELS } from '../provenance/[kind]/[id]/chain.ts'
import { Contribution } from './contribution.tsx'
import { MyContributionsDocument } from './mine.generated.ts'
import { OwnDots } from './own-dots.tsx'

export const metadata: Metadata = { title: 'What became of my post-its' }

type Props = { params: Promise<{ slug: string }> }

const KINDS = ['ISSUE', 'STATEMENT', 'IDEA', 'CRITIQUE'] as const

/** Everything that the viewer wrote in the workshop, each with what became of it. */
export default async function MinePage({ params }: Props) {
  const { workshop } = await query(MyContributionsDocument, { slug: (await params).slug })
  if (!workshop) notFound()
  const { slug, viewerContributions: all, currentRound } = workshop
  if (!all) {
    return (
      <>
        <PageHeading title="What became of my post-its" />
        <Empty title="You have no seat in this workshop">
          <p>People who took part find here what became of their issues, dots, ideas and comments.</p>
        </Empty>
      </>
    )
  }
  const groups = KINDS.map((kind) => ({ kind, own: all.filter(({ of }) => of.kind === kind) }))
  return (
    <>
      <PageHeading
        title="What became of my post-its"
        lead="What you wrote, and how far it has come. Nobody else sees this page."
      />
      <div className="space-y-10">
        {all.length === 0 ? (
          <Empty
            title="You have not written anything yet"
            action={
              <ButtonLink href={`/workshops/${slug}/issues`} variant="secondary">
                Go to the issues
              </ButtonLink>
            }
          >
            <p>
              Issues, problem statements, ideas and comments that you write stand here with what became of
              them.
            </p>
          </Empty>
        ) : null}
        {currentRound ? <OwnDots slug={slug} round={currentRound} /> : null}
        {groups.map(({ kind, own }) =>
          own.length === 0 ? null : (
            <section key={kind} aria-labelledby={`mine-${kind}`}>
              <h2 id={`mine-${kind}`}>
                {own.length === 1 ? KIND_LABELS[kind][0] : `${KIND_LABELS[kind][1]} (${own.length})`}
              </h2>
              <ul className="mt-3 space-y-4">
                {own.map((one) => (
                  <Contribution key={one.of.id} slug={slug} one={one} />
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </>
  )
}
