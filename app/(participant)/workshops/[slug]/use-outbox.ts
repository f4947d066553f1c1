'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { deliver } from '../../../_apollo/deliver.ts'
import { isPassing } from '../../../_apollo/transport.ts'
import { announce } from '../../../_ui/announce.ts'
import { keepOutbox, type Outgoing, readOutbox } from './outbox-state.ts'
import { noteOwnChange } from './own-change.ts'
import { sentenceOf } from './use-send.ts'

type Source<About> = {
  storageKey: string
  isAbout: (value: unknown) => value is About
  /** Answers the sentence of a refusal, or null when the server has taken it; throws when there was no way to it. */
  send: (item: Outgoing<About>) => Promise<string | null>
  /** Said when one has arrived: "Your issue is on the wall." */
  arrived: string
  /** Shows what has arrived; renders the page anew unless stated. */
  refresh?: () => void
}

/** Words on their way, and how to put more of them on it. */
export type Outbox<About> = {
  items: readonly Outgoing<About>[]
  /** Whether there is no way to the server now. */
  away: boolean
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
  const [away, setAway] = useState(false)
  const read = useRef(false)
  const recall = useEffectEvent((key: string) => setItems(readOutbox(key, isAbout)))
  const attempt = useEffectEvent((item: Outgoing<About>) =>
    send(item).catch((trouble: unknown) => (isPassing(trouble) ? undefined : sentenceOf(trouble))),
  )
  const settle = useEffectEvent((id: string, refused: string | null) => {
    if (refused !== null) {
      announce(refused)
      return setItems((now) => change(now, id, { refused }))
    }
    noteOwnChange()
    announce(arrived)
    // The next one need not wait until this one is seen.
    setItems((now) => change(now, id, { sent: true }))
    // In one transition, so that what is on its way leaves when what has arrived appears.
    startTransition(() => {
      if (refresh) refresh()
      else router.refresh()
      setItems((now) => now.filter((item) => item.id !== id))
    })
  })

  useEffect(() => recall(storageKey), [storageKey])
  useEffect(() => {
    if (read.current) keepOutbox(storageKey, items)
    read.current = true
  }, [storageKey, items])

  const next = items.find(({ refused, sent }) => refused === undefined && !sent)
  useEffect(() => {
    if (!next) return
    return deliver(async (isStopped) => {
      const answer = await attempt(next)
      if (isStopped()) return true
      setAway(answer === undefined)
      if (answer === undefined) return false
      settle(next.id, answer)
      return true
    })
  }, [next])

  return {
    items,
    away,
    post: (text, about) => setItems((now) => [...now, { id: uuidv7(), text: text.trim(), about }]),
    takeOut: (id) => setItems((now) => now.filter((item) => item.id !== id)),
  }
}

function change<About>(
  items: readonly Outgoing<About>[],
  id: string,
  by: Partial<Outgoing<About>>,
): Outgoing<About>[] {
  return items.map((item) => (item.id === id ? { ...item, ...by } : item))
}
