'use client'

import dynamic from 'next/dynamic'
import { useCallback } from 'react'
import { dotsInWords, dotsLeft, refuseVote } from '#domain/votes.ts'
import { announce } from '../../../../_ui/announce.ts'
import { nextBallot, shownOn } from './ballot-state.ts'
import { ClosedNotice } from './closed-notice.tsx'
import { DotsBar } from './dots-bar.tsx'
import { type BallotAnswer, type BallotSource, useBallot } from './use-ballot.ts'
import { type VotableOption, VoteOption } from './vote-option.tsx'

// Apollo comes with the live parts, after the first dot can be put.
const Turnout = dynamic(() => import('./turnout.tsx').then((island) => island.Turnout), { ssr: false })

type Props = BallotSource & {
  timeZone: string
  resultsHref: string
  /** The rule of the vote, in a sentence or two. */
  rule: string
  options: readonly VotableOption[]
}

/** The ballot: every option with one button, and the dots that are left always in sight. */
export function VoteBoard(props: Props) {
  const [state, dispatch] = useBallot(props, sayArrived)
  const spentOn = shownOn(state)
  const ballot = { open: state.closed === null, allowance: state.allowance, spentOn }
  const left = dotsLeft(ballot)
  const unsent = state.wishes.length

  const close = useCallback(
    (message: string) => {
      dispatch({ type: 'closed', message })
      announce(message)
    },
    [dispatch],
  )

  const sync = useCallback(
    (counted: readonly string[], askedAt: number) => dispatch({ type: 'synced', counted, askedAt }),
    [dispatch],
  )

  function sayArrived(event: BallotAnswer) {
    const { title } = props.options.find(({ id }) => id === event.wish.optionId) ?? { title: 'an issue' }
    const spent = shownOn(nextBallot(state, event)).length
    const words = dotsInWords(state.allowance - spent, state.allowance)
    announce(`${event.hasDot ? 'Dot on' : 'Dot taken back from'} ${title}. ${words}.`)
  }

  function toggle(option: VotableOption) {
    const wish = { optionId: option.id, dot: !spentOn.includes(option.id) }
    const refused = wish.dot ? refuseVote(ballot, option.id) : null
    if (refused) {
      dispatch({ type: 'warned', wish, message: refused.message })
      return announce(refused.message)
    }
    dispatch({ type: 'wished', wish, at: performance.now() })
    // What is done is said when the server has answered; what waits is said to wait.
    if (!state.waiting) return
    const words = dotsInWords(wish.dot ? left - 1 : left + 1, state.allowance)
    const what = wish.dot ? 'The dot on' : 'Taking the dot back from'
    announce(`${what} ${option.title} waits to be sent. ${words}.`)
  }

  if (state.closed !== null) {
    return (
      <ClosedNotice
        message={state.closed}
        counted={state.counted.length}
        unsent={state.lost}
        resultsHref={props.resultsHref}
      />
    )
  }
  return (
    <>
      <p className="mb-4 max-w-prose text-lead">{props.rule}</p>
      <DotsBar left={left} allowance={state.allowance} unsent={unsent} waiting={state.waiting}>
        <Turnout
          roundId={props.roundId}
          timeZone={props.timeZone}
          hasVoted={state.counted.length > 0}
          onClosed={close}
          onBallot={sync}
        />
      </DotsBar>
      <ul className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
        {props.options.map((option) => (
          <VoteOption
            key={option.id}
            option={option}
            hasDot={spentOn.includes(option.id)}
            onItsWay={state.wishes.some(({ optionId }) => optionId === option.id)}
            noneLeft={left === 0}
            refused={state.refused?.optionId === option.id ? state.refused.message : null}
            onToggle={() => toggle(option)}
          />
        ))}
      </ul>
    </>
  )
}
