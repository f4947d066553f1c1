'use client'

import { useRouter } from 'next/navigation'
import { type Dispatch, useEffect, useEffectEvent, useReducer } from 'react'
import { deliver } from '../../../../_apollo/deliver.ts'
import type { Operation } from '../../../../_apollo/operation.ts'
import { isPassing, isSignedOut, send, TransportTrouble } from '../../../../_apollo/transport.ts'
import { announce } from '../../../../_ui/announce.ts'
import { type BallotEvent, type BallotState, nextBallot, startBallot, type Wish } from './ballot-state.ts'
import { forgetWish, forgetWishes, keepWish, readWishes } from './kept-wishes.ts'
import type { CastVoteMutation, CastVoteMutationVariables } from './vote.generated.ts'

type VoteOperation = Operation<CastVoteMutation, CastVoteMutationVariables>

export type BallotSource = {
  workshopId: string
  roundId: string
  ballot: { allowance: number; spentOn: readonly string[] }
  cast: VoteOperation
  withdraw: VoteOperation
}

/** What a voter is told of taps that wait, in the words of the page. */
export const WAITING_TAPS = {
  CONNECTION: (taps: string) => `No connection. ${taps} kept on this device and sent when it is back.`,
  SESSION: (taps: string) =>
    `You are no longer signed in. ${taps} kept on this device and sent when you are back.`,
} as const

export type BallotAnswer = Extract<BallotEvent, { type: 'answered' }>

// An answer that comes sooner is what there is to say.
const SAY_SENDING_AFTER_MS = 1_000

/**
 * A voter's ballot in the browser: taps show at once, go to the server one by one, and wait when it is out of reach.
 * `onAnswer` hears of each that has arrived: only then is it said to be done.
 */
export function useBallot(
  source: BallotSource,
  onAnswer: (event: BallotAnswer) => void,
): [BallotState, Dispatch<BallotEvent>] {
  const { ballot, roundId } = source
  const [state, dispatch] = useReducer(nextBallot, ballot, startBallot)
  const [first] = state.wishes

  useEffect(() => {
    const wishes = readWishes(roundId)
    if (wishes.length > 0) dispatch({ type: 'kept', wishes })
  }, [roundId])
  useEffect(() => dispatch({ type: 'synced', counted: ballot.spentOn, askedAt: Infinity }), [ballot])
  useEffect(() => {
    if (state.closed !== null) forgetWishes(roundId)
  }, [state.closed, roundId])
  useEffect(() => {
    if (state.waiting) announce(WAITING_TAPS[state.waiting]('Your dots are'))
  }, [state.waiting])
  useSending(source, first, dispatch, onAnswer)
  return [
    state,
    (event) => {
      if (event.type === 'wished') keepWish(roundId, event.wish)
      dispatch(event)
    },
  ]
}

function useSending(
  source: BallotSource,
  wish: Wish | undefined,
  dispatch: Dispatch<BallotEvent>,
  onAnswer: (event: BallotAnswer) => void,
) {
  const { refresh } = useRouter()
  const attempt = useEffectEvent((wish: Wish) => ask(source, wish))
  const answered = useEffectEvent(onAnswer)

  useEffect(() => {
    if (!wish) return
    const slow = setTimeout(() => announce('Sending.'), SAY_SENDING_AFTER_MS)
    const stop = deliver(async (isStopped) => {
      const event = await attempt(wish)
      clearTimeout(slow)
      if (isStopped()) return true
      dispatch(event)
      if (event.type === 'answered') answered(event)
      if (event.type === 'refused') announce(event.message)
      // What this page believes of the ballot or the roll is out of date.
      if (event.type === 'refused' && !event.closes) refresh()
      return event.type !== 'waiting'
    })
    return () => {
      clearTimeout(slow)
      stop()
    }
  }, [wish, dispatch, refresh])
}

/** Sends a tap. Once it is answered, whatever the answer, nothing of it is kept. */
async function ask(source: BallotSource, wish: Wish): Promise<BallotEvent> {
  const event = await outcomeOf(source, wish)
  if (event.type !== 'waiting') forgetWish(source.roundId, wish)
  return event
}

async function outcomeOf({ workshopId, cast, withdraw }: BallotSource, wish: Wish): Promise<BallotEvent> {
  const operation = wish.dot ? cast : withdraw
  try {
    const { vote } = await send(operation, { workshopId, optionId: wish.optionId })
    if (vote.__typename === 'VoteSuccess')
      return { type: 'answered', wish, hasDot: vote.hasDot, at: performance.now() }
    return { type: 'refused', wish, message: vote.message, closes: vote.code === 'ROUND_CLOSED' }
  } catch (trouble) {
    if (isPassing(trouble)) return { type: 'waiting', why: 'CONNECTION' }
    if (isSignedOut(trouble)) return { type: 'waiting', why: 'SESSION' }
    const message =
      trouble instanceof TransportTrouble ? trouble.message : 'This dot could not be sent. Try again.'
    return { type: 'refused', wish, message, closes: false }
  }
}
