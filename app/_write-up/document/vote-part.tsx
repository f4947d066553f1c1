import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { RECONCILIATION_WORDS } from '#domain/reconciliation.ts'
import { rankInWords, roundInWords, shareInWords, votesInWords } from '#domain/write-up-words.ts'
import { WRITE_UP_HEADINGS } from '#domain/write-ups.ts'
import { Tag } from '../../_ui/tag.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { byVotes } from '../figures.ts'
import type { WriteUpHead, WriteUpOption, WriteUpRound } from '../read-write-up.ts'
import { Part } from './part.tsx'

/** Each vote that has closed: its figures, its cut, and the count held against every other count. */
export function VotePart({ head }: { head: WriteUpHead }) {
  return (
    <Part head={head} section="VOTE">
      {head.rounds.length === 0 ? <p>No vote has closed.</p> : null}
      {head.rounds.map((round) => (
        <Round key={round.id} round={round} resultsPath={head.resultsPath ?? null} />
      ))}
    </Part>
  )
}

function Round({ round, resultsPath }: { round: WriteUpRound; resultsPath: string | null }) {
  const most = Math.max(1, ...round.options.map(({ dots }) => dots ?? 0))
  const sentences = [
    round.topSentence ? `${round.topSentence}.` : null,
    ...round.cutSentences,
    round.sharesExplanation,
  ]
  return (
    <div className="space-y-4">
      {round.title === WRITE_UP_HEADINGS.VOTE ? null : <h3>{round.title}</h3>}
      <p className="max-w-prose">{roundInWords(round)}</p>
      {round.replaceReason ? (
        <p className="max-w-prose">It replaces an earlier round: {round.replaceReason}</p>
      ) : null}
      <table className="w-full border-collapse">
        <caption className="sr-only">{round.title}: issues by votes</caption>
        <thead>
          <tr className="border-b border-line-strong text-start [&>th]:py-2 [&>th]:text-start">
            <th scope="col">Rank</th>
            <th scope="col">Issue</th>
            <th scope="col" className="!text-end">
              Votes
            </th>
          </tr>
        </thead>
        <tbody>
          {byVotes(round).map((option) => (
            <Row key={option.id} option={option} most={most} round={round} />
          ))}
        </tbody>
      </table>
      <p className="max-w-prose">{sentences.filter((sentence) => sentence !== null).join(' ')}</p>
      {round.prioritiesReason ? (
        <p className="max-w-prose">Why these were chosen: {round.prioritiesReason}</p>
      ) : null}
      <Reconciliation round={round} resultsPath={resultsPath} />
    </div>
  )
}

type RowProps = { option: WriteUpOption; most: number; round: Pick<WriteUpRound, 'id' | 'shareBase'> }

function Row({ option, most, round: { id: roundId, shareBase } }: RowProps) {
  const dots = option.dots ?? null
  return (
    <tr className="break-inside-avoid border-b border-line align-top [&>*]:py-2">
      <td className="tally pe-3">{rankInWords(option) || <span className="sr-only">No rank</span>}</td>
      <th scope="row" className="text-start font-normal wrap-anywhere">
        <span className="block font-bold">{option.title}</span>
        <span className="flex flex-wrap items-center gap-x-3 text-ink-soft">
          {option.areaName}
          {option.tableCodes.length > 0 ? <span>{option.tableCodes.join(', ')}</span> : null}
          {option.priority == null ? null : <Tag tone="holds">Taken forward</Tag>}
        </span>
        {dots === null ? null : (
          <svg
            aria-hidden="true"
            className="mt-1 block h-2 w-full"
            preserveAspectRatio="none"
            viewBox="0 0 100 10"
          >
            <rect width="100" height="10" className="fill-sunken" />
            <rect width={(100 * dots) / most} height="10" className="fill-accent" />
          </svg>
        )}
      </th>
      <td className="tally ps-3 text-end">
        <a
          href={`#adds-up-${roundId}`}
          className="block whitespace-nowrap font-bold text-ink hover:text-accent"
        >
          {votesInWords(dots)}
        </a>
        <span className="text-ink-soft">{shareInWords(dots, shareBase)}</span>
      </td>
    </tr>
  )
}

const LOOKS = {
  AGREES: { Icon: CircleCheck, look: 'text-green' },
  GAP: { Icon: CircleAlert, look: 'text-amber' },
  NOT_KNOWN: { Icon: CircleHelp, look: 'text-ink-soft' },
} as const

function Reconciliation({ round, resultsPath }: { round: WriteUpRound; resultsPath: string | null }) {
  return (
    <section aria-labelledby={`adds-up-${round.id}`} className="max-w-prose">
      <h3 id={`adds-up-${round.id}`}>How the count adds up</h3>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {round.reconciliation.map(({ label, status, sentence }) => {
          const { Icon, look } = LOOKS[status]
          return (
            <li key={label} className="flex gap-3 py-2">
              <Icon aria-hidden className={`mt-0.5 size-6 shrink-0 ${look}`} />
              <p className="min-w-0">
                <span className="font-bold">{label}: </span>
                <span className={look}>{RECONCILIATION_WORDS[status]}. </span>
                {sentence}
              </p>
            </li>
          )
        })}
      </ul>
      {round.source ? <p className="mt-2 text-ink-soft wrap-anywhere">Figures from: {round.source}</p> : null}
      {resultsPath ? (
        <p className="mt-2" data-no-print>
          <TextLink href={`${resultsPath}?round=${round.id}#reconciliation`}>
            See these figures where they were counted
          </TextLink>
        </p>
      ) : null}
    </section>
  )
}
