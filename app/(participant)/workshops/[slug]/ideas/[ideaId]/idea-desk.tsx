'use client'

import { useEffect, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { readDraft } from '../../drafts.ts'
import { problemWith } from '../../limit.ts'
import { ReasonForm } from '../../reason-form.tsx'
import { useChange } from '../../use-change.ts'
import { EditIdea, editKey } from '../edit-idea.tsx'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import { SupportIdea } from '../support-idea.tsx'
import { useIdeaChanges } from '../use-idea-changes.ts'
import { ReportWordsDocument } from './critiques.generated.ts'
import { IdeaSheet } from './idea-sheet.tsx'

type Props = {
  idea: WallIdeaFragment
  hue: number | null
  statements: readonly { id: string; title: string }[]
  mayReport: boolean
  moderates: boolean
}
type Form = 'hide' | 'report'

/** One idea with what the viewer may do with it now: support it, change or take down their own, report or hide it. */
export function IdeaDesk({ idea, hue, statements, mayReport, moderates }: Props) {
  const { shown, saving, support, edit, withdraw, restore, hide, show } = useIdeaChanges(idea)
  const change = useChange()
  const [doing, setDoing] = useState<Form | 'edit' | null>(null)
  const [reportId] = useState(() => uuidv7())

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (idea.viewerCanEdit && readDraft(editKey(idea.id)) !== null) setDoing('edit')
  }, [idea.viewerCanEdit, idea.id])

  const send: Record<Form, (reason: string) => Promise<string | null>> = {
    hide,
    report: (reason) =>
      change(
        ReportWordsDocument,
        { input: { id: reportId, ideaId: idea.id, reason } },
        'The facilitators are told of this idea.',
      ),
  }
  if (doing === 'edit') {
    return <EditIdea {...{ idea, hue, statements }} save={edit} leave={() => setDoing(null)} />
  }
  const acts = [
    idea.viewerCanEdit && !shown.withdrawnAt
      ? [act('Change the idea', () => setDoing('edit')), act('Take the idea down', () => void withdraw())]
      : [],
    (idea.viewerIsAuthor || moderates) && shown.withdrawnAt
      ? [act('Put the idea back', () => void restore())]
      : [],
    moderates && !shown.withdrawnAt
      ? [
          idea.hiddenAt
            ? act('Show the idea again', () => void show())
            : act('Hide the idea', () => setDoing('hide')),
        ]
      : [],
    mayReport && !idea.viewerIsAuthor ? [act('Report the idea', () => setDoing('report'))] : [],
  ].flat()
  return (
    <IdeaSheet
      idea={shown}
      hue={hue}
      support={
        idea.viewerCanSupport && !shown.withdrawnAt ? (
          <SupportIdea
            supportCount={shown.supportCount}
            viewerSupports={shown.viewerSupports}
            saving={saving}
            about="this idea"
            onSupport={(supported) => void support(supported)}
          />
        ) : null
      }
    >
      {doing ? (
        <ReasonForm
          key={doing}
          {...FORMS[doing]}
          storageKey={`qlab.idea-${doing}.${idea.id}`}
          check={(text) => problemWith(text, LIMITS.reason, 'Write the reason first.')}
          onSend={send[doing]}
          onClose={() => setDoing(null)}
        />
      ) : (
        <div className="-mx-2 mt-2 flex flex-wrap empty:hidden">
          {acts.map(({ label, run }) => (
            <Button key={label} variant="quiet" onClick={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </IdeaSheet>
  )
}

const FORMS: Record<Form, { label: string; hint: string; submitLabel: string }> = {
  hide: {
    label: 'Why it is hidden',
    hint: 'Its author and the facilitators see this.',
    submitLabel: 'Hide this idea',
  },
  report: {
    label: 'What is wrong with it',
    hint: 'Only the facilitators see this.',
    submitLabel: 'Report this idea',
  },
}

function act(label: string, run: () => void) {
  return { label, run }
}
