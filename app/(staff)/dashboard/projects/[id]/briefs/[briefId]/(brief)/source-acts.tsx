'use client'

import { ActForm, type Choices } from '../../act-form.tsx'
import { ActButton } from '../act-button.tsx'
import {
  DropWatchForDocument,
  LeaveIdeaDocument,
  LeaveStatementDocument,
  WatchForDocument,
} from './brief.generated.ts'
import { JoinIdeaDocument, JoinStatementDocument, MeasureConsequenceDocument } from './joins.generated.ts'

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

/** The same in words of one's own. */
export function WordIt({ briefId, critiqueId, text }: { briefId: string; critiqueId: string; text: string }) {
  return (
    <ActForm
      form={`word-${critiqueId}`}
      document={WatchForDocument}
      saved={{ text }}
      fields={[{ name: 'text', label: 'What to watch for', kind: 'lines' }]}
      variablesOf={(values) => ({ input: { briefId, critiqueId, text: String(values.text) } })}
      button="Watch for it in these words"
      pendingLabel="Saving"
      told="The brief watches for it in your words."
    />
  )
}

/** Makes the comment into a balancing measure of the brief, in one press. */
export function MeasureIt({ briefId, critiqueId }: { briefId: string; critiqueId: string }) {
  return (
    <ActButton
      document={MeasureConsequenceDocument}
      variables={{ input: { briefId, critiqueId } }}
      told="It is a balancing measure now. Say how it is measured, then add points."
    >
      Make it a balancing measure
    </ActButton>
  )
}

/** Joins another statement or idea. */
export function JoinSource({
  briefId,
  kind,
  choices,
}: {
  briefId: string
  kind: 'statement' | 'idea'
  choices: readonly Choices[]
}) {
  const first = choices[0]?.options[0]?.id ?? ''
  return (
    <ActForm
      form={`join-${kind}-${briefId}`}
      document={kind === 'statement' ? JoinStatementDocument : JoinIdeaDocument}
      saved={{ id: first }}
      fields={[{ name: 'id', label: kind === 'statement' ? 'Statement' : 'Idea', kind: 'list', choices }]}
      variablesOf={({ id }) => ({ briefId, id: String(id) })}
      button={`Join the ${kind}`}
      pendingLabel="Joining"
      told={`The ${kind} is joined.`}
    />
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
