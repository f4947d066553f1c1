'use client'

import type { OperationVariables } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import type { Refusal } from '#domain/refusal.ts'
import { isPassing, TransportTrouble } from '../_apollo/transport.ts'

/** Why an act was not done: a rule's sentence, or the sentence of a broken connection. */
export type Refused = {
  code: string
  message: string
  field: string | null
  /** Whether asking again may help: the way was broken, nobody said no. */
  passing?: boolean
}

type Answer<TData> = TData[keyof TData]
/** What a mutation answers when it is not refused. */
export type Success<TData> = Exclude<Answer<TData>, { message: string }>

type Options = {
  /** What the browser can already say against it, from the rules in domain. */
  check?: Refusal | null
  /** Shows the result at once; what `useOptimistic` holds rolls back by itself when the act is refused. */
  optimistic?: () => void
  /** False where the caller leaves the page or refreshes it after more acts. */
  refresh?: boolean
}

type Attempt<TData> = { success: Success<TData> | null; refused: Refused | null }

type Act<TData, TVariables> = {
  /** Does it, and answers the success, or null when it was refused. Never throws. */
  act: (variables: TVariables, options?: Options) => Promise<Success<TData> | null>
  /** The same for callers that show the refusal themselves. */
  attempt: (variables: TVariables, options?: Options) => Promise<Attempt<TData>>
  pending: boolean
  refused: Refused | null
  /** The sentence for one field of the form, if that field is to blame. */
  errorAt: (field: string) => string | null
  clear: () => void
}

// What the page shows is not what the server holds any more, so it is shown anew.
const OUTDATED = ['STALE_STATE', 'ROUND_CLOSED', 'ROUND_FROZEN', 'NOT_FOUND']

/** One mutation of a staff page: runs it, keeps its refusal for the form, and renders the page anew when it is done. */
export function useAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> {
  const client = useApolloClient()
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const waiting = useRef<(() => void)[]>([])

  useEffect(() => {
    if (!pending) tell(waiting)
  }, [pending])
  const mounted = useRef(false)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
      tell(waiting)
    }
  }, [])

  async function send(variables: TVariables): Promise<Attempt<TData>> {
    try {
      const { data } = await client.mutate<TData>({ mutation: document, variables })
      const answer: unknown = Object.values(data ?? {}).find((value) => typeof value === 'object')
      if (isRefused(answer)) return { success: null, refused: answer }
      return { success: answer as Success<TData>, refused: null }
    } catch (trouble) {
      return { success: null, refused: asRefused(trouble) }
    }
  }

  function attempt(variables: TVariables, { check, optimistic, refresh = true }: Options = {}) {
    if (check) {
      const no = { ...check }
      setRefused(no)
      return Promise.resolve<Attempt<TData>>({ success: null, refused: no })
    }
    setRefused(null)
    return new Promise<Attempt<TData>>((resolve) => {
      startTransition(async () => {
        optimistic?.()
        const outcome = await send(variables)
        const no = outcome.refused
        // React forgets the transition at an await; without this one, what was shown early would flash back.
        startTransition(() => {
          setRefused(no)
          if (no ? OUTDATED.includes(no.code) : refresh) router.refresh()
        })
        // Forms empty themselves and messages appear when the page shows what was done, not before.
        waiting.current.push(() => resolve(outcome))
        // "Undo" outlives the place it came from, and no effect runs there any more.
        if (!mounted.current) tell(waiting)
      })
    })
  }

  async function act(variables: TVariables, options?: Options) {
    const { success } = await attempt(variables, options)
    return success
  }

  return {
    act,
    attempt,
    pending,
    refused,
    errorAt: (field) => (refused?.field === field ? refused.message : null),
    clear: () => setRefused(null),
  }
}

function tell(waiting: RefObject<(() => void)[]>): void {
  for (const resolve of waiting.current.splice(0)) resolve()
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'message' in answer && 'code' in answer
}

function asRefused(trouble: unknown): Refused {
  const message = trouble instanceof Error ? trouble.message : 'The server could not answer. Try again.'
  const code = trouble instanceof TransportTrouble ? trouble.code : null
  return { code: code ?? 'TROUBLE', message, field: null, passing: isPassing(trouble) }
}
