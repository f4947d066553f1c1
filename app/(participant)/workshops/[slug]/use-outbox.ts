'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { deliver } from '../../../_apollo/deliver.ts'
import { isPassing, isSignedOut } from '../../../_apollo/transport.ts'
import { announce } from '../../../_ui/announce.ts'
import { UNSENT, watchOwn } from '../../../_ui/own-storage.ts'
import { forgetOutgoing, keepOutgoing, mergeOutbox, type Outgoing, readOutbox } from './outbox-state.ts'
import { noteOwnChange } from './own-change.ts'
import { sentenceOf } from './use-send.ts'

type Source<About> = {
  /** Which queue on this device; the owner of the page is part of the entries' names. */
  storageKey: string
  isAbout: (value: unknown) => value is About
  /** Answers the sentence of a refusal, or null when the server has taken it; throws when there was no way to it. */
  send: (item: Outgoing<About>) => Promise<string | null>
  /** Said when one has arrived: "Your issue is on the wall." */
  arrived: string
  /** Shows what has arrived; renders the page anew unless stated. */
  refresh?: () => void
}

/** Why what is written waits: there is no way to the server, or nobody is signed in. */
export type Waiting = 'CONNECTION' | 'SESSION' | null

export const WAITING_WORDS = {
  CONNECTION: 'No connection. This is kept on this device and sent when it is back.',
  SESSION: 'You are no longer signed in. This is kept on this device and sent when you are back.',
} as const

/** Words on their way, and how to put more of them on it. */
export type Outbox<About> = {
  items: readonly Outgoing<About>[]
  waiting: Waiting
  post: (text: string, about: About) => void
  /** Takes out what was refused, so that it can be written anew. */
  takeOut: (id: string) => void
}

/** Words on their way to the server: kept through reloads, sent one by one, each exactly once. */
export function useOutbox<About>({
  storageKey,
  isAbout,
  send,
  arrived,
  refresh,
}: Source<About>): Outbox<About> {
  const router = useRouter()
  const [items, setItems] = useState<readonly Outgoing<About>[]>([])
  const [waiting, setWaiting] = useState<Waiting>(null)
  const recall = useEffectEvent((queue: string) => {
    const kept = readOutbox(queue, isAbout)
    setItems((shown) => mergeOutbox(shown, kept))
  })
  const attempt = useEffectEvent((item: Outgoing<About>) => attemptOf(send(item)))
  const wait = useEffectEvent((why: Exclude<Waiting, null>) => {
    if (waiting !== why) announce(WAITING_WORDS[why])
    setWaiting(why)
  })
  const settle = useEffectEvent((item: Outgoing<About>, refused: string | null) => {
    setWaiting(null)
    if (refused !== null) {
      announce(refused)
      keepOutgoing(storageKey, { ...item, refused })
      return setItems((now) => change(now, item.id, { refused }))
    }
    forgetOutgoing(storageKey, item.id)
    noteOwnChange()
    announce(arrived)
    // The next one need not wait until this one is seen.
    setItems((now) => change(now, item.id, { sent: true }))
    // In one transition, so that what is on its way leaves when what has arrived appears.
    startTransition(() => {
      if (refresh) refresh()
      else router.refresh()
      setItems((now) => now.filter(({ id }) => id !== item.id))
    })
  })

  useEffect(() => {
    recall(storageKey)
    return watchOwn(`${UNSENT}${storageKey}.`, () => recall(storageKey))
  }, [storageKey])

  const next = items.find(({ refused, sent }) => refused === undefined && !sent)
  useEffect(() => {
    if (!next) return
    return deliver(async (isStopped) => {
      const { refused, waits } = await attempt(next)
      if (isStopped()) return true
      if (waits) wait(waits)
      else settle(next, refused)
      return !waits
    })
  }, [next])

  return {
    items,
    waiting,
    post: (text, about) => {
      // Made before the state is told: React runs an updater as often as it likes.
      const item = { id: uuidv7(), text: text.trim(), about }
      keepOutgoing(storageKey, item)
      setItems((now) => [...now, item])
      if (waiting) announce(WAITING_WORDS[waiting])
    },
    takeOut: (id) => {
      forgetOutgoing(storageKey, id)
      setItems((now) => now.filter((item) => item.id !== id))
    },
  }
}

/** What became of an attempt: the sentence of a refusal, null when it has arrived, or why it waits. */
async function attemptOf(
  sending: Promise<string | null>,
): Promise<{ refused: string | null; waits: Waiting }> {
  try {
    return { refused: await sending, waits: null }
  } catch (trouble) {
    if (isPassing(trouble)) return { refused: null, waits: 'CONNECTION' }
    if (isSignedOut(trouble)) return { refused: null, waits: 'SESSION' }
    return { refused: sentenceOf(trouble), waits: null }
  }
}

function change<About>(
  items: readonly Outgoing<About>[],
  id: string,
  by: Partial<Outgoing<About>>,
): Outgoing<About>[] {
  return items.map((item) => (item.id === id ? { ...item, ...by } : item))
}
