'use client'

import type { OperationVariables } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

/** What a mutation of these pages answers, under the name `change`: the success, or the refusal. */
type Changed = { change: { __typename: string } | { __typename: 'Refusal'; message: string } }

type Send = <TData extends Changed, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  /** How often it is sent again while the way is broken. */
  retries?: number,
) => Promise<string | null>

/** Sends a mutation. Answers the sentence of a refusal, or null when it is done; throws when there was no way. */
export function useSend(): Send {
  const client = useApolloClient()
  return async (mutation, variables, retries = 0) => {
    const { data } = await client.mutate<Changed, OperationVariables>({
      mutation,
      variables,
      context: { retries },
    })
    if (!data) return 'The server could not answer. Try again in a moment.'
    return data.change.__typename === 'Refusal' && 'message' in data.change ? data.change.message : null
  }
}

/** One sentence for what went wrong on the way. */
export function sentenceOf(trouble: unknown): string {
  return trouble instanceof Error ? trouble.message : 'This could not be saved. Try again.'
}
