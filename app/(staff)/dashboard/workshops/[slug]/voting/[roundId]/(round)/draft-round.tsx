import Link from 'next/link'
import { leftOffBallot } from '#domain/issues.ts'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../../../_apollo/server.ts'
import { Card } from '../../../../../../../_ui/card.tsx'
import { Empty } from '../../../../../../../_ui/empty.tsx'
import { takeRows } from '../../../../../all-pages.ts'
import { RoundForm } from '../../round-form.tsx'
import type { RoundView, RoundWorkshop } from '../load-round.ts'
import { PutForwardDocument } from '../round.generated.ts'
import { DiscardRound } from './discard-round.tsx'
import { OpenVoting } from './open-voting.tsx'
import { Roll } from './roll.tsx'

type Props = { workshop: RoundWorkshop; round: RoundView; path: string }

const MOST = 500
const NOTHING = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } }

/** A round before it opens: the ballot as it would be now, and the rules. */
export async function DraftRound({ workshop, round, path }: Props) {
  const { slug } = workshop
  const off = { raised: 0, notChosen: 0 }
  const { rows, total } = await takeRows(MOST, async (first, after) => {
    const page = await query(PutForwardDocument, { slug, first, after })
    off.raised = page.workshop?.raised.totalCount ?? 0
    off.notChosen = page.workshop?.notChosen.totalCount ?? 0
    return page.workshop?.issues ?? NOTHING
  })
  const leftOff = leftOffBallot(off)
  const roll = rows.map(({ id, title, area, tableCodes }) => ({ id, title, areaName: area.name, tableCodes }))
  const other = workshop.rounds.find(({ id, state }) => state === 'OPEN' && id !== round.id)
  const issues = `/dashboard/workshops/${slug}/issues`
  return (
    <div className="grid gap-10 lg:grid-cols-[2fr_1fr] lg:items-start">
      <section aria-labelledby="ballot">
        <h2 id="ballot">The ballot if you open voting now</h2>
        {total === 0 ? (
          <div className="mt-3">
            <Empty title="Nothing is put forward yet" headingLevel="h3">
              <p>
                Tables put issues forward while that step is open, and you can do it for them.{' '}
                <Link href={issues}>Put issues forward</Link>
              </p>
            </Empty>
          </div>
        ) : (
          <>
            <p className="mt-1 max-w-prose">
              {plural(total, 'issue is', 'issues are')} put forward. The ballot is fixed the moment voting
              opens, so merge and reword first. <Link href={issues}>Go to the issues</Link>
            </p>
            {leftOff ? <p className="mt-1 max-w-prose">{leftOff}</p> : null}
            <div className="mt-4">
              <OpenVoting
                roundId={round.id}
                title={round.title}
                count={total}
                leftOff={leftOff}
                blocked={other !== undefined}
              />
            </div>
            <Roll options={roll} workshop={workshop} />
          </>
        )}
      </section>
      <Card as="section" aria-labelledby="rules">
        <h2 id="rules" className="mb-3">
          Rules
        </h2>
        <RoundForm workshopId={workshop.id} path={path} round={round} />
        <div className="mt-4 border-t border-line pt-2">
          <DiscardRound workshopId={workshop.id} round={round} path={path} />
        </div>
      </Card>
    </div>
  )
}
