'use client'

import type { FormEvent } from 'react'
import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import type { CuratedIdea, IdeaDeskSetting } from './curated-ideas.ts'
import { CurateEditIdeaDocument } from './idea-changes.generated.ts'
import { IdeaFields } from './idea-fields.tsx'

type Props = { idea: CuratedIdea; statements: IdeaDeskSetting['statements']; done: () => void }

/** The words of an idea, its statement and its horizon. */
export function EditIdea({ idea: { id, text, horizon, statement }, statements, done }: Props) {
  const saved = { text, statementId: statement.id, horizon }
  const form = useKeptForm<{ text: string; statementId: string; horizon: string }>(`edit-${id}`, saved)
  const { act, pending, refused, errorAt } = useAct(CurateEditIdeaDocument)

  async function save(event: FormEvent) {
    event.preventDefault()
    const { text: words, statementId } = form.values
    const reading = readText(words, { field: 'text', max: LIMITS.idea, multiline: true, label: 'the idea' })
    const chosen = HORIZONS.find((known) => known === form.values.horizon) ?? horizon
    const before = form.onlyChanged(saved)
    const after = form.onlyChanged({ text: words, statementId, horizon: chosen })
    const input = { id, ...after, basedOn: form.basedOn }
    if (!(await act({ input }, { check: reading.ok ? null : reading.refusal }))) return
    form.clear()
    const undo = () => void act({ input: { id, ...before, basedOn: after } })
    toast('The idea is changed.', { action: { label: 'Undo', run: undo } })
    done()
  }

  function say(name: string, value: string | boolean) {
    const known = HORIZONS.find((one) => one === value)
    if (name === 'horizon') return known && HORIZON_LABELS[known]
    return name === 'statementId' ? statements.find((one) => one.id === value)?.title : undefined
  }

  return (
    <form onSubmit={save} noValidate className="space-y-6">
      <RefusedNote refused={refused} form="edit-idea" fields={['text', 'statementId', 'horizon']} />
      <OvertakenNote
        form={form}
        labels={{ text: 'Idea', statementId: 'Statement', horizon: 'Horizon' }}
        say={say}
      />
      <IdeaFields form="edit-idea" field={form.field} errorAt={errorAt} statements={statements} />
      <Button type="submit" pending={pending} pendingLabel="Saving">
        Save the idea
      </Button>
    </form>
  )
}
