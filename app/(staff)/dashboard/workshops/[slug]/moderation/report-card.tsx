'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import { Tag } from '../../../../../_ui/tag.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { FormDialog } from '../../../form-dialog.tsx'
import { HideIdeas } from '../ideas/hide-ideas.tsx'
import { HideComment } from './hide-comment.tsx'
import type { OpenReport } from './moderated.ts'
import { SettleReportDocument } from './moderation.generated.ts'
import { TakeNameOff } from './take-name-off.tsx'

type Props = { report: OpenReport; slug: string; timeZone: string }

/** One report: the words, why somebody reported them, and what to do about it. */
export function ReportCard({ report, slug, timeZone }: Props) {
  const { id, idea, critique, reason, createdAt } = report
  const settling = useAct(SettleReportDocument)
  const words = critique ? (critique.text ?? 'Taken back by its author') : idea.text
  const codes = critique ? [critique.tableCode].filter(Boolean) : idea.tableCodes
  const hidden = critique ? critique.hiddenAt !== null : idea.hiddenAt !== null
  const anchor = critique ? `#critique-${critique.id}` : ''

  async function settle() {
    if (await settling.act({ reportId: id })) toast('The report is settled. It stands in the log.')
  }

  return (
    <Card as="li">
      <p className="flex flex-wrap items-center gap-2">
        <b>{critique ? 'Comment' : 'Idea'}</b>
        {codes.length > 0 ? `from ${codes.join(', ')}` : null}
        {critique?.authorName ? `by ${critique.authorName}` : null}
        {hidden ? <Tag>Hidden</Tag> : null}
      </p>
      <blockquote className="mt-2 border-s-4 border-line ps-4 whitespace-pre-line">{words}</blockquote>
      <p className="mt-3">
        <b>Why it was reported:</b> {reason}
      </p>
      <p className="text-ink-soft">{momentOf(createdAt, timeZone)}</p>
      <RefusedNote refused={settling.refused} form={`report-${id}`} className="mt-3" />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button pending={settling.pending} pendingLabel="Settling" onClick={settle}>
          Settle the report<span className="sr-only">: {reason}</span>
        </Button>
        {hidden ? null : (
          <FormDialog
            trigger={critique ? 'Hide the comment' : 'Hide the idea'}
            variant="secondary"
            title={critique ? 'Hide this comment' : 'Hide this idea'}
          >
            {(close) =>
              critique ? (
                <HideComment id={critique.id} text={words} done={close} />
              ) : (
                <HideIdeas ideas={[idea]} done={close} />
              )
            }
          </FormDialog>
        )}
        {critique ? <TakeNameOff critiqueId={critique.id} off={critique.nameHidden} /> : null}
        <TextLink
          href={`/workshops/${slug}/ideas/${idea.id}${anchor}`}
          className="inline-flex min-h-11 items-center"
        >
          See it in its place<span className="sr-only">: {reason}</span>
        </TextLink>
      </div>
    </Card>
  )
}
