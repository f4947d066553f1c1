import type { Metadata } from 'next'
import { Breadcrumbs } from '../../../../../../../_ui/breadcrumbs.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { PageHeading } from '../../../../../../../_ui/page-heading.tsx'
import { loadRound, type RoundParams } from '../load-round.ts'
import { NotOpenNow } from '../not-open-now.tsx'
import { RunningImport } from '../running-import.tsx'
import { ImportForm } from './import-form.tsx'

/** "Import ballots: Voting round 1". */
export async function generateMetadata({ params }: RoundParams): Promise<Metadata> {
  const { slug, roundId } = await params
  return { title: `Import ballots: ${(await loadRound(slug, roundId)).round.title}` }
}

/** Ballots or figures from a file, checked before anything is added. */
export default async function ImportPage({ params }: RoundParams) {
  const { slug, roundId } = await params
  const { round, path } = await loadRound(slug, roundId)
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            label="Voting"
            steps={[
              { href: path, label: 'Voting' },
              { href: `${path}/${roundId}`, label: round.title },
            ]}
          />
        }
        title="Import ballots"
        lead="The file is checked first. Nothing is added until every line reads and you say so."
      />
      {round.state === 'OPEN' ? (
        <>
          {round.runningImport ? <RunningImport running={round.runningImport} /> : null}
          <ImportForm roundId={roundId} dotsPerVoter={round.dotsPerVoter} roundHref={`${path}/${roundId}`} />
          <Disclosure summary="The numbers of the issues on the ballot" className="mt-10">
            <p className="max-w-prose">A line may name an issue by its words or by its number.</p>
            <ol className="mt-2 max-w-prose list-decimal space-y-1 ps-8">
              {round.options.map(({ id, title }) => (
                <li key={id} className="wrap-anywhere">
                  <bdi>{title}</bdi>
                </li>
              ))}
            </ol>
          </Disclosure>
        </>
      ) : (
        <NotOpenNow what="Ballots are imported" round={round} path={path} />
      )}
    </>
  )
}
