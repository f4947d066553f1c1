import 'server-only'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print, stripIgnoredCharacters } from 'graphql'
import type { Operation } from './operation.ts'

const printed = new WeakMap<object, string>()

/** Prints a typed document, once per process, for an island that sends it without Apollo. */
export function printOperation<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Operation<TData, TVariables> {
  const text = printed.get(document) ?? stripIgnoredCharacters(print(document))
  printed.set(document, text)
  return text
}
