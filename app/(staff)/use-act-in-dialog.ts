'use client'

import type { OperationVariables } from '@apollo/client'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type Success, useAct } from './use-act.ts'

/**
 * A mutation for a confirmation: answers the sentence of a refusal, which the dialog shows and stays open for, or
 * null when it is done.
 */
export function useActInDialog<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: { refresh?: boolean } = {},
) {
  const { attempt } = useAct(document)
  return async (variables: TVariables, done?: (success: Success<TData>) => void): Promise<string | null> => {
    const { success, refused } = await attempt(variables, options)
    if (success) done?.(success)
    return refused?.message ?? null
  }
}
