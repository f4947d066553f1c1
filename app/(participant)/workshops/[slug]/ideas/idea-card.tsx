'use client'

import { useEffect, useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { readDraft } from '../drafts.ts'
import { firstWords } from '../first-words.ts'
import { EditIdea, editKey } from './edit-idea.tsx'
import { IdeaPostIt } from './idea-post-it.tsx'
import type { WallIdeaFragment } from './ideas.generated.ts'
import { SupportIdea } from './support-idea.tsx'
import { useIdeaChanges } from './use-idea-changes.ts'

type Props = {
  idea: WallIdeaFragment
  hue: number | null
  slug: string
  statements: readonly { id: string; title: string }[]
}

/** An idea with which the viewer may do something now: support it, or change their own words. */
export function IdeaCard({ idea, hue, slug, statements }: Props) {
  const { shown, saving, support, edit, withdraw } = useIdeaChanges(idea)
  const [editing, setEditing] = useState(false)
  const mayEdit = idea.viewerCanEdit && idea.viewerIsAuthor
  const about = firstWords(shown.text)

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (mayEdit && readDraft(editKey(idea.id)) !== null) setEditing(true)
  }, [mayEdit, idea.id])

  if (shown.withdrawnAt) {
    return (
      <p className="rounded-postit border border-dashed border-line-strong p-4 text-ink-soft">
        {saving ? 'Taking it down…' : 'Taken down.'}
      </p>
    )
  }
  if (editing) {
    return (
      <EditIdea idea={idea} hue={hue} statements={statements} save={edit} leave={() => setEditing(false)} />
    )
  }
  return (
    <IdeaPostIt
      idea={shown}
      hue={hue}
      slug={slug}
      support={
        idea.viewerCanSupport ? (
          <SupportIdea
            supportCount={shown.supportCount}
            saving={saving}
            viewerSupports={shown.viewerSupports}
            about={about}
            onSupport={(supported) => void support(supported)}
          />
        ) : null
      }
    >
      {mayEdit ? (
        <div className="-mx-2 mt-1 flex flex-wrap">
          <Button variant="quiet" onClick={() => setEditing(true)}>
            Change<span className="sr-only"> “{about}”</span>
          </Button>
          <Button variant="quiet" onClick={() => void withdraw()}>
            Take down<span className="sr-only"> “{about}”</span>
          </Button>
        </div>
      ) : null}
    </IdeaPostIt>
  )
}
