'use client'

import { dayOf } from '../../../_ui/moments.ts'
import { ActButton } from '../../../(staff)/dashboard/projects/[id]/briefs/[briefId]/act-button.tsx'
import { ActForm } from '../../../(staff)/dashboard/projects/[id]/briefs/act-form.tsx'
import { CommentOnBriefDocument, WithdrawBriefCommentDocument } from './reader.generated.ts'

type Comment = {
  id: string
  text: string
  authorName: string | null
  viewerCanWithdraw: boolean
  createdAt: string
}
type Props = { briefId: string; comments: readonly Comment[]; mayWrite: boolean }

/** What people say about the brief, and a place to say more. */
export function Comments({ briefId, comments, mayWrite }: Props) {
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments ({comments.length})</h2>
      {comments.length === 0 ? <p className="text-ink-soft">Nobody has commented yet.</p> : null}
      <ol className="mt-2 space-y-4">
        {comments.map(({ id, text, authorName, viewerCanWithdraw, createdAt }) => (
          <li key={id} className="space-y-1 wrap-anywhere">
            <p className="text-ink-soft">{[authorName, dayOf(createdAt)].filter(Boolean).join(', ')}</p>
            <p className="whitespace-pre-line">{text}</p>
            {viewerCanWithdraw ? (
              <ActButton
                document={WithdrawBriefCommentDocument}
                variables={{ commentId: id }}
                told="The comment is taken back."
              >
                Take the comment back
              </ActButton>
            ) : null}
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <div className="mt-6">
          <ActForm
            form={`comment-${briefId}`}
            document={CommentOnBriefDocument}
            saved={{ text: '' }}
            fields={[{ name: 'text', label: 'Your comment', kind: 'lines' }]}
            variablesOf={({ text }, id) => ({ input: { id, briefId, text: String(text) } })}
            button="Add the comment"
            pendingLabel="Adding"
            told="Your comment is added."
          />
        </div>
      ) : null}
    </section>
  )
}
