'use client'

import { useRouter } from 'next/navigation'
import { type Dispatch, useEffect, useReducer, useRef } from 'react'
import { deliver } from '../../../../_apollo/deliver.ts'
import type { Operation } from '../../../../_apollo/operation.ts'
import { isPassing, send, TransportTrouble } from '../../../../_apollo/transport.ts'
import { announce } from '../../../../_ui/announce.ts'
import { type BallotEvent, type BallotState, nextBallot, startBallot, type Wish } from './ballot-state.ts'
import { keepWishes, readWishes } from './kept-wishes.ts'
import type { CastVoteMutation, CastVoteMutationVariables } from './vote.generated.ts'

type VoteOperation = Operation<CastVoteMutation, CastVoteMutationVariables>

export type BallotSource = {
  workshopId: string
  ballot: { allowance: number; spentOn: readonly string[] }
  /** Where unanswered taps are kept in this browser. */
  storageKey: string
  cast: VoteOperation
  withdraw: VoteOperation
}

/** A voter's ballot in the browser: taps show at once, go to the server one by one, and wait when it is out of reach. */
export function useBallot(source: BallotSource): [BallotState, Dispatch<BallotEvent>] {
  const { ballot, storageKey } = source
  const [state, dispatch] = useReducer(nextBallot, ballot, startBallot)
  const [first] = state.wishes

  useEffect(() => {
    const wishes = readWishes(storageKey)
    if (wishes.length > 0) dispatch({ type: 'kept', wishes })
  }, [storageKey])
  useKeeping(storageKey, state.wishes)
  useEffect(() => dispatch({ type: 'synced', counted: ballot.spentOn }), [ballot])
  useSending(source, first, dispatch)
  return [state, dispatch]
}

/** Writes what is unanswered down after each change, but never before what was kept has been read. */
function useKeeping(key: string, wishes: readonly Wish[]) {
  const changed = useRef(false)
  useEffect(() => {
    if (changed.current) keepWishes(key, wishes)
    changed.current ||= true
  }, [key, wishes])
}

function useSending(source: BallotSource, wish: Wish | undefined, dispatch: Dispatch<BallotEvent>) {
  const { workshopId, cast, withdraw } = source
  const { refresh } = useRouter()

  useEffect(() => {
    if (!wish) return
    return deliver(async (isStopped) => {
      const event = await ask(wish.dot ? cast : withdraw, workshopId, wish)
      if (isStopped()) return true
      dispatch(event)
      if (event.type === 'refused') {
        announce(event.message)
        // What this page believes of the ballot or the roll is out of date.
        if (!event.closes) refresh()
      }
      return event.type !== 'away'
    })
  }, [wish, workshopId, cast, withdraw, dispatch, refresh])
}

async function ask(operation: VoteOperation, workshopId: string, wish: Wish): Promise<BallotEvent> {
  try {
    const { vote } = await send(operation, { workshopId, optionId: wish.optionId })
    if (vote.__typename === 'VoteSuccess') return { type: 'answered', wish, hasDot: vote.hasDot }
    return { type: 'refused', wish, message: vote.message, closes: vote.code === 'ROUND_CLOSED' }
  } catch (trouble) {
    if (isPassing(trouble)) return { type: 'away' }
    const message =
      trouble instanceof TransportTrouble ? trouble.message : 'This dot could not be sent. Try again.'
    return { type: 'refused', wish, message, closes: false }
  }
}
