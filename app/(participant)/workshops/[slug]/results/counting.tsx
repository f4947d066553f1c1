import { inFigures, plural } from '#domain/numbers.ts'
import { turnout } from '#domain/turnout.ts'
import { CHANNEL_LABELS } from './result-words.ts'
import type { ResultSheetFragment } from './results.generated.ts'

/** What was counted, over which ways it came in, and what was left unused. */
export function Counting({ sheet, dotsPerVoter }: { sheet: ResultSheetFragment; dotsPerVoter: number }) {
  const { ballots, seats, unusedDots, channels, dots, shareBase, shareBaseIsPublished } = sheet
  return (
    <section aria-labelledby="counting">
      <h2 id="counting">The count</h2>
      <dl className="tally mt-3 divide-y divide-line border-y border-line [&_dd]:text-end [&_dt]:text-ink-soft [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-6 [&>div]:py-2">
        <div>
          <dt>Votes counted</dt>
          <dd className="font-bold">{inFigures(dots)}</dd>
        </div>
        {shareBaseIsPublished ? (
          <div>
            <dt>Votes published, on which shares are counted</dt>
            <dd className="font-bold">{inFigures(shareBase)}</dd>
          </div>
        ) : null}
        <div>
          <dt>Turnout</dt>
          <dd>{ballots == null ? 'Not known' : turnout({ ballots, seats: seats ?? null }).sentence}</dd>
        </div>
        <div>
          <dt>Dots for each person</dt>
          <dd>{dotsPerVoter}</dd>
        </div>
        <div>
          <dt>Dots left unused</dt>
          <dd>{unusedDots == null ? 'Not known' : inFigures(unusedDots)}</dd>
        </div>
        {channels.map((channel) => (
          <div key={channel.channel}>
            <dt>{CHANNEL_LABELS[channel.channel]}</dt>
            <dd>
              {plural(channel.dots, 'vote')}
              {channel.ballots == null
                ? ', as figures without ballots'
                : ` on ${plural(channel.ballots, 'ballot')}`}
            </dd>
          </div>
        ))}
      </dl>
      {sheet.sharesExplanation ? <p className="mt-2 text-ink-soft">{sheet.sharesExplanation}</p> : null}
    </section>
  )
}
