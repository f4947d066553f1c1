import { inFigures, plural } from '#domain/numbers.ts'
import { query } from '../../../../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../../../../_ui/button-link.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { momentOf } from '../../../../../../../_ui/moments.ts'
import { Notice } from '../../../../../../../_ui/notice.tsx'
import type { RoundView, RoundWorkshop } from '../load-round.ts'
import { CountedRoundDocument } from '../round.generated.ts'
import { PrioritiesForm } from './priorities-form.tsx'
import { PublishedForm } from './published-form.tsx'

type Props = { workshop: RoundWorkshop; round: RoundView; path: string }

/** A round that has closed: where the cut falls, and what is taken forward. */
export async function ClosedRound({ workshop, round, path }: Props) {
  const { round: counted } = await query(CountedRoundDocument, { roundId: round.id })
  const result = counted?.result
  const declared = round.priorities.map(({ option }) => option.id)
  const replaced = workshop.rounds.some(({ replacesRound }) => replacesRound?.id === round.id)
  const form = result ? (
    <PrioritiesForm
      key={declared.join()}
      roundId={round.id}
      result={result}
      select={round.prioritiesToSelect}
      declared={declared}
      reason={round.prioritiesReason}
    />
  ) : null
  return (
    <div className="space-y-10">
      <section aria-labelledby="result">
        <h2 id="result">Result</h2>
        {round.closedAt ? (
          <p className="text-ink-soft">Closed at {momentOf(round.closedAt, workshop.timeZone)}.</p>
        ) : null}
        {replaced ? (
          <Notice className="mt-3 max-w-prose" title="This round has been replaced">
            <p>Another round was set up in its place. Its figures are kept.</p>
          </Notice>
        ) : null}
        {result ? <p className="mt-3 max-w-prose">{result.cutLine.explanation}</p> : null}
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink variant="secondary" href={`/workshops/${workshop.slug}/results`}>
            See all figures
          </ButtonLink>
        </p>
      </section>
      <section aria-labelledby="published">
        <h2 id="published">Figures published elsewhere</h2>
        <p className="mt-1 max-w-prose">
          {round.publishedFigures
            ? statedIn(round.publishedFigures)
            : 'No document states figures of this vote.'}
        </p>
        <Disclosure
          summary={round.publishedFigures ? 'Change the published figures' : 'Enter published figures'}
          className="mt-2"
        >
          <PublishedForm roundId={round.id} figures={round.publishedFigures ?? null} />
        </Disclosure>
      </section>
      <section aria-labelledby="priorities">
        <h2 id="priorities">Priorities</h2>
        {declared.length > 0 ? (
          <>
            <p className="mt-1 max-w-prose">
              {round.prioritiesDeclaredAt
                ? `Declared at ${momentOf(round.prioritiesDeclaredAt, workshop.timeZone)}. `
                : 'Declared in the source. '}
              {round.prioritiesReason ? `Reason: ${round.prioritiesReason}` : ''}
            </p>
            <ol className="mt-3 max-w-prose list-decimal space-y-1 ps-6">
              {round.priorities.map(({ id, option }) => (
                <li key={id}>{round.options.find((row) => row.id === option.id)?.title}</li>
              ))}
            </ol>
            <Disclosure summary="Declare other priorities" className="mt-2">
              {form}
            </Disclosure>
          </>
        ) : (
          form
        )}
      </section>
      {round.source ? null : (
        <section aria-labelledby="again">
          <h2 id="again">Vote again</h2>
          <p className="mt-1 mb-3 max-w-prose">
            A closed round is never reopened. If something went wrong, set up another round that replaces it,
            and say why.
          </p>
          <ButtonLink variant="secondary" href={`${path}/new?replaces=${round.id}`}>
            Set up a round that replaces this one
          </ButtonLink>
        </section>
      )}
    </div>
  )
}

function statedIn({
  options,
  dots,
  topOptions,
  topDots,
}: NonNullable<RoundView['publishedFigures']>): string {
  const said = [
    options == null ? '' : plural(options, 'issue'),
    dots == null ? '' : plural(dots, 'vote'),
    topOptions == null || topDots == null
      ? ''
      : `${plural(topDots, 'vote')} for the top ${inFigures(topOptions)}`,
  ]
  return `Stated: ${said.filter((part) => part !== '').join(', ')}.`
}
