'use client'

import { useId, useState } from 'react'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useChange } from '../use-change.ts'
import { MarkSimilarDocument, UnmarkSimilarDocument } from './priorities.generated.ts'

type Props = {
  statement: { id: string; title: string }
  others: readonly { id: string; title: string }[]
  onClose: () => void
}

/** Marks another statement as similar, with a note on what they share. */
export function MarkSimilar({ statement, others, onClose }: Props) {
  const id = useId()
  const change = useChange()
  const [similarId, setSimilarId] = useState(others[0]?.id ?? '')
  const pair = { statementId: statement.id, similarId }
  return (
    <div className="mt-3">
      <SelectField
        id={`${id}other`}
        label="Similar to"
        value={similarId}
        onChange={(event) => setSimilarId(event.target.value)}
      >
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.title}
          </option>
        ))}
      </SelectField>
      <ReasonForm
        label="Note"
        hint="What they share. You may leave this empty."
        storageKey={`qlab.similar.${statement.id}`}
        submitLabel="Mark as similar"
        onSend={(note) =>
          change(MarkSimilarDocument, { ...pair, note: note || null }, 'The statements are marked similar.', {
            label: 'Undo',
            run: () => void change(UnmarkSimilarDocument, pair, 'The mark is taken away.'),
          })
        }
        onClose={onClose}
      />
    </div>
  )
}
