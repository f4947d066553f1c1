'use client'

import { ActForm } from '../../../(staff)/dashboard/projects/[id]/briefs/act-form.tsx'
import { type Comment, CommentItem } from './comment-item.tsx'
import { CommentOnBriefDocument } from './reader.generated.ts'

type Brief = { id: string; comments: readonly Comment[]; project: { timeZone: string } }
type Props = { brief: Brief; mayWrite: boolean }

/** What people say about the brief, and a place to say more. */
export function Comments({ brief, mayWrite }: Props) {
  const { id: briefId, comments, project } = brief
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments ({comments.length})</h2>
      {comments.length === 0 ? <p className="text-ink-soft">Nobody has commented yet.</p> : null}
      <ol className="mt-2 space-y-4">
        {comments.map((comment) => (
          <li key={comment.id} className="space-y-1 wrap-anywhere">
            <CommentItem comment={comment} timeZone={project.timeZone} mayReport={mayWrite} />
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
            variablesOf={({ text }, { id }) => ({ input: { id, briefId, text: String(text) } })}
            button="Add the comment"
            pendingLabel="Adding"
            told="Your comment is added."
          />
        </div>
      ) : null}
    </section>
  )
}
