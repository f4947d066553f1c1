import { type DocumentNode, Kind } from 'graphql'
import { VOTES } from './limits.ts'

/** A request for an operation of a document that has been let through before. */
export type KnownRequest = {
  document: DocumentNode
  operationName: string | undefined
  variables: Record<string, unknown>
  /** Whether it needs nobody to find out before who is asking: see `findsItsViewer`. */
  findsItsViewer: boolean
}

export type KnownDocuments = {
  /** Keeps a document that was found valid and within the limits, under its text. */
  remember: (text: string, document: DocumentNode) => void
  /** Reads a body whose document is known and which holds nothing out of the ordinary; null for any other. */
  find: (body: unknown) => KnownRequest | null
}

const MOST = 500
const LONGEST = 10_000

/**
 * Documents that Apollo has parsed, validated and weighed. Whether they are fit depends on their text alone, so asking for
 * the same one again skips Apollo, which costs as much as all the rest of a request.
 */
export function createKnownDocuments(): KnownDocuments {
  const documents = new Map<string, Pick<KnownRequest, 'document' | 'findsItsViewer'>>()
  return {
    remember(text, document) {
      if (text.length > LONGEST || documents.has(text)) return
      const [oldest] = documents.keys()
      if (documents.size >= MOST && oldest !== undefined) documents.delete(oldest)
      documents.set(text, { document, findsItsViewer: findsItsViewer(document) })
    },
    find(body) {
      if (!isRecord(body) || typeof body.query !== 'string') return null
      const known = documents.get(body.query)
      const { operationName, variables, extensions } = body
      const isPlain = isText(operationName) && isOptional(variables) && isOptional(extensions)
      if (known === undefined || !isPlain || extensions?.persistedQuery !== undefined) return null
      return { ...known, operationName: operationName ?? undefined, variables: variables ?? {} }
    },
  }
}

/**
 * Whether a document asks for a vote and nothing else. Who votes is found by the statement that moves the dot, and all that
 * can be asked of its answer is what that statement says: to look the session up before would be a second round trip.
 */
function findsItsViewer({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION ||
      definition.selectionSet.selections.every(
        (part) => part.kind === Kind.FIELD && VOTES.has(part.name.value),
      ),
  )
}

function isText(value: unknown): value is string | null | undefined {
  return value == null || typeof value === 'string'
}

function isOptional(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || isRecord(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
