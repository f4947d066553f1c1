'use client'

import { Disclosure } from '../../../_ui/disclosure.tsx'
import { dayOf } from '../../../_ui/moments.ts'
import { ActButton } from '../../../(staff)/dashboard/projects/[id]/briefs/[briefId]/act-button.tsx'
import { ActForm } from '../../../(staff)/dashboard/projects/[id]/briefs/act-form.tsx'
import {
  HideBriefCommentDocument,
  type ReaderBriefPageQuery,
  ReportBriefCommentDocument,
  ShowBriefCommentDocument,
  WithdrawBriefCommentDocument,
} from './reader.generated.ts'

export type Comment = NonNullable<ReaderBriefPageQuery['brief']>['comments'][number]
type Props = { comment: Comment; mayReport: boolean }
type ItemProps = Props & { timeZone: string }

/** One comment: its words or what is left of them, and what to do with it. */
export function CommentItem({ comment, timeZone, mayReport }: ItemProps) {
  const { text, authorName, createdAt, hiddenAt, hiddenReason, reports } = comment
  return (
    <>
      <p className="text-ink-soft">{[authorName, dayOf(createdAt, timeZone)].filter(Boolean).join(', ')}</p>
      {hiddenAt ? (
        <p className="text-ink-soft italic">Hidden by staff{hiddenReason ? `: ${hiddenReason}` : ''}</p>
      ) : null}
      {text === null ? null : <p className="whitespace-pre-line">{text}</p>}
      {reports && reports.length > 0 ? (
        <ul className="border-s-4 border-amber ps-3">
          {[...new Set(reports)].map((reason) => (
            <li key={reason}>Reported: {reason}</li>
          ))}
        </ul>
      ) : null}
      <Acts comment={comment} mayReport={mayReport} />
    </>
  )
}

function Acts({ comment, mayReport }: Props) {
  const {
    id: commentId,
    viewerIsAuthor,
    viewerCanWithdraw,
    viewerCanHide,
    viewerHasReported,
    hiddenAt,
  } = comment
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {viewerCanWithdraw && (viewerIsAuthor || !viewerCanHide) ? (
        <ActButton
          document={WithdrawBriefCommentDocument}
          variables={{ commentId }}
          told="The comment is taken back."
        >
          Take the comment back
        </ActButton>
      ) : null}
      {viewerCanHide && hiddenAt ? (
        <ActButton
          document={ShowBriefCommentDocument}
          variables={{ commentId }}
          told="The comment is shown again."
        >
          Show it again
        </ActButton>
      ) : null}
      {viewerCanHide && !hiddenAt ? (
        <Why
          summary="Hide"
          comment={comment}
          document={HideBriefCommentDocument}
          hint="Its author sees the reason. A line stays to say that something was hidden."
          button="Hide the comment"
          told="The comment is hidden."
        />
      ) : null}
      {viewerHasReported ? <p className="text-ink-soft">You reported this to staff.</p> : null}
      {mayReport && !viewerIsAuthor && !viewerCanHide && !viewerHasReported && !hiddenAt ? (
        <Why
          summary="Report"
          comment={comment}
          document={ReportBriefCommentDocument}
          hint="Only staff see this, and not who said it."
          button="Report the comment"
          told="The comment is reported to staff."
        />
      ) : null}
    </div>
  )
}

type WhyProps = {
  summary: string
  comment: Comment
  document: typeof HideBriefCommentDocument | typeof ReportBriefCommentDocument
  hint: string
  button: string
  told: string
}

function Why({ summary, comment: { id: commentId, text }, document, hint, button, told }: WhyProps) {
  return (
    <Disclosure
      summary={
        <>
          {summary}
          <span className="sr-only"> “{text?.slice(0, 60)}”</span>
        </>
      }
    >
      <ActForm
        form={`${summary.toLowerCase()}-${commentId}`}
        document={document}
        saved={{ reason: '' }}
        fields={[{ name: 'reason', label: 'Why?', hint }]}
        variablesOf={({ reason }) => ({ commentId, reason: String(reason) })}
        button={button}
        pendingLabel="Sending"
        told={told}
      />
    </Disclosure>
  )
}
