import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Horizon } from '#domain/ideas.ts'
import { type Page, pagesOf } from '../_apollo/pages-of.ts'
import {
  WriteUpHeadDocument,
  type WriteUpHeadQuery,
  WriteUpIdeasDocument,
  type WriteUpIdeasQuery,
  WriteUpIssuesDocument,
  type WriteUpIssuesQuery,
} from './write-up.generated.ts'

/** Where a write-up was asked for: at its workshop's address, or at its own unguessable one. */
export type WriteUpAddress = { slug: string } | { token: string }

/** Executes an operation as whoever asked for the write-up. */
export type Ask = <TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<TData>

export type WriteUpHead = NonNullable<WriteUpHeadQuery['writeUp']>
export type WriteUpRound = WriteUpHead['rounds'][number]
export type WriteUpOption = WriteUpRound['options'][number]
type IssuePage = NonNullable<WriteUpIssuesQuery['writeUp']>['issues']
type IdeaPage = NonNullable<WriteUpIdeasQuery['writeUp']>['ideas']
export type WriteUpIssue = IssuePage['edges'][number]['node']
export type WriteUpIdea = IdeaPage['edges'][number]['node']
export type WriteUpCritique = WriteUpIdea['critiques'][number]

/** A write-up as pages and exports read it: what is short at once, what may be long one after the other. */
export type WriteUpSource = {
  head: WriteUpHead
  /** Issues in the order in which they were written. */
  issues(wanted?: { areaId?: string }): AsyncGenerator<WriteUpIssue, void, undefined>
  /** Ideas in the order in which they were written, each with the comments on it. */
  ideas(wanted?: { statementId?: string; horizon?: Horizon }): AsyncGenerator<WriteUpIdea, void, undefined>
}

// Enough that a large workshop takes few statements, and little enough that a page of long comments stays small.
const ISSUES = 100
const IDEAS = 50

/**
 * Opens a write-up; null where there is none at this address for whoever asks. Rights are decided anew for every page of
 * a list, so that one that is withdrawn while somebody reads it ends there.
 */
export async function openWriteUp(ask: Ask, address: WriteUpAddress): Promise<WriteUpSource | null> {
  const { writeUp: head } = await ask(WriteUpHeadDocument, address)
  if (!head) return null
  return {
    head,
    issues: ({ areaId } = {}) =>
      allOf(async (after) => {
        const variables = { ...address, areaId, first: ISSUES, after }
        return (await ask(WriteUpIssuesDocument, variables)).writeUp?.issues
      }),
    ideas: ({ statementId, horizon } = {}) =>
      allOf(async (after) => {
        const variables = { ...address, statementId, horizon, first: IDEAS, after }
        return (await ask(WriteUpIdeasDocument, variables)).writeUp?.ideas
      }),
  }
}

async function* allOf<Row>(
  read: (after: string | null) => Promise<Page<Row> | undefined>,
): AsyncGenerator<Row, void, undefined> {
  const readOrStop = async (after: string | null) => {
    const page = await read(after)
    if (page === undefined) throw new Error('The write-up was withdrawn while it was read.')
    return page
  }
  for await (const rows of pagesOf(readOrStop)) yield* rows
}
