'use client'

import { ActButton } from '../act-button.tsx'
import {
  DropWatchForDocument,
  LeaveIdeaDocument,
  LeaveStatementDocument,
  WatchForDocument,
} from './brief.generated.ts'

/** Takes a statement or an idea out of the brief. */
export function LeaveSource({
  briefId,
  id,
  kind,
}: {
  briefId: string
  id: string
  kind: 'STATEMENT' | 'IDEA'
}) {
  const statement = kind === 'STATEMENT'
  return (
    <ActButton
      document={statement ? LeaveStatementDocument : LeaveIdeaDocument}
      variables={{ briefId, id }}
      told={statement ? 'The statement is taken out.' : 'The idea is taken out.'}
    >
      Take it out
    </ActButton>
  )
}

/** Makes a comment on an unintended consequence into something to watch for, in one press. */
export function WatchForIt({ briefId, critiqueId }: { briefId: string; critiqueId: string }) {
  return (
    <ActButton
      document={WatchForDocument}
      variables={{ input: { briefId, critiqueId } }}
      told="The brief watches for it now."
    >
      Watch for this
    </ActButton>
  )
}

/** Takes a line of what to watch for out again. */
export function DropIt({ watchForId }: { watchForId: string }) {
  return (
    <ActButton document={DropWatchForDocument} variables={{ watchForId }} told="The line is removed.">
      Remove the line
    </ActButton>
  )
}
