'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { deliver } from '../../../../_apollo/deliver.ts'
import { isPassing } from '../../../../_apollo/transport.ts'
import { announce } from '../../../../_ui/announce.ts'
import { noteOwnChange } from '../own-change.ts'
import { WriteIssueDocument } from './issues.generated.ts'
import { type Kept, keep, type OutgoingIssue, readKept } from './outbox-state.ts'

type Source = { workshopId: string; tableId: string | null; storageKey: string }

const EMPTY: Kept = { title: '', areaId: null, outbox: [] }

/** The words being typed and the issues on their way: kept through reloads, sent one by one, each exactly once. */
export function useOutbox({ workshopId, tableId, storageKey }: Source) {
  const router = useRouter()
  const [kept, setKept] = useState<Kept>(EMPTY)
  const [away, setAway] = useState(false)
  const [write] = useMutation(WriteIssueDocument)
  const read = useRef(false)

  useEffect(() => setKept(readKept(storageKey)), [storageKey])
  useEffect(() => {
    if (read.current) keep(storageKey, kept)
    read.current = true
  }, [storageKey, kept])

  const next = kept.outbox.find(({ refused, sent }) => refused === undefined && !sent)
  useEffect(() => {
    if (!next) return
    const { id, title, areaId } = next
    return deliver(async (isStopped) => {
      const answer = await write({ variables: { input: { id, workshopId, areaId, title, tableId } } }).then(
        ({ data }) => (data?.change.__typename === 'Refusal' ? data.change.message : null),
        (trouble: unknown) => (isPassing(trouble) ? undefined : sentenceOf(trouble)),
      )
      if (isStopped()) return true
      setAway(answer === undefined)
      if (answer === undefined) return false
      if (answer !== null) setKept((now) => ({ ...now, outbox: change(now.outbox, id, { refused: answer }) }))
      else {
        noteOwnChange()
        announce('Your issue is on the wall.')
        // The next one need not wait until this one is seen.
        setKept((now) => ({ ...now, outbox: change(now.outbox, id, { sent: true }) }))
        // In one transition, so that the post-it on its way leaves when the one on the wall appears.
        startTransition(() => {
          router.refresh()
          setKept((now) => ({ ...now, outbox: now.outbox.filter((issue) => issue.id !== id) }))
        })
      }
      return true
    })
  }, [next, workshopId, tableId, write, router])

  return {
    kept,
    away,
    type: (draft: Partial<Pick<Kept, 'title' | 'areaId'>>) => setKept((now) => ({ ...now, ...draft })),
    post: (areaId: string) =>
      setKept((now) => ({
        title: '',
        areaId,
        outbox: [...now.outbox, { id: uuidv7(), title: now.title.trim(), areaId }],
      })),
    /** Takes a refused issue back into the form. What was being typed comes after it. */
    takeBack: (issue: OutgoingIssue) =>
      setKept((now) => ({
        title: now.title.trim() === '' ? issue.title : `${issue.title}\n${now.title}`,
        areaId: issue.areaId,
        outbox: now.outbox.filter(({ id }) => id !== issue.id),
      })),
  }
}

function change(outbox: readonly OutgoingIssue[], id: string, by: Partial<OutgoingIssue>): OutgoingIssue[] {
  return outbox.map((issue) => (issue.id === id ? { ...issue, ...by } : issue))
}

function sentenceOf(trouble: unknown): string {
  return trouble instanceof Error ? trouble.message : 'This could not be sent. Try again.'
}
