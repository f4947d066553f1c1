'use client'

import type { OperationVariables } from '@apollo/client'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { type Toast, toast } from '../../../_ui/toast.ts'
import { noteOwnChange } from './own-change.ts'
import { sentenceOf, useSend } from './use-send.ts'

type Changed = { change: { __typename: string } | { __typename: 'Refusal'; message: string } }

type Change = <TData extends Changed, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  /** Shown and said when it is done. */
  done: string,
  undo?: Toast['action'],
) => Promise<string | null>

/**
 * Changes something of a page: says what was done, with a way to undo it, or why it was not, and shows the page anew.
 * Answers the sentence of a refusal, or null. For acts that say what shall be, so that sending them twice changes
 * nothing.
 */
export function useChange(refresh?: () => void): Change {
  const router = useRouter()
  const send = useSend()
  return async (document, variables, done, undo) => {
    const refused = await send(document, variables, 2).catch(sentenceOf)
    if (refused === null) {
      noteOwnChange()
      toast(done, { action: undo })
      startTransition(() => (refresh ? refresh() : router.refresh()))
    } else {
      toast(refused, { kind: 'error' })
    }
    return refused
  }
}

type Hopefully<Thing> = (patch: Partial<Thing>, sent: Promise<string | null>) => Promise<string | null>

/**
 * Something as it is hoped to be, shown at once and marked as being saved until the server has answered; a refusal gives
 * up the hope. What was rendered anew knows better than what was hoped for.
 */
export function useHoped<Thing extends object>(
  real: Thing,
): { shown: Thing; saving: boolean; hopefully: Hopefully<Thing> } {
  const [hoped, setHoped] = useState<{ of: Thing; patch: Partial<Thing>; saving: boolean } | null>(null)
  const current = hoped?.of === real ? hoped : null
  return {
    shown: current ? { ...real, ...current.patch } : real,
    saving: current?.saving ?? false,
    hopefully: async (patch, sent) => {
      setHoped({ of: real, patch, saving: true })
      const refused = await sent
      // A later hope has its own answer to wait for.
      setHoped((now) => {
        if (now?.patch !== patch) return now
        return refused === null ? { ...now, saving: false } : null
      })
      return refused
    },
  }
}
