'use client'

import { memo } from 'react'
import { commentsInWords, supportInWords } from '#app/(participant)/workshops/[slug]/ideas/idea-words.ts'
import { HORIZON_LABELS } from '#domain/ideas.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import { type CuratedIdea, type IdeaDeskSetting, wordsOf } from './curated-ideas.ts'
import { EditIdea } from './edit-idea.tsx'
import { HideIdeas } from './hide-ideas.tsx'
import { MergedIdeas } from './merged-ideas.tsx'

type Props = {
  idea: CuratedIdea
  /** Ideas that were merged into this one. */
  merged: readonly CuratedIdea[]
  desk: IdeaDeskSetting
  chosen: boolean
  toggle: (id: string, chosen: boolean) => void
}

/** One idea on the desk: its words, what was said about it, and what a facilitator may do with it. */
export const IdeaCard = memo(function IdeaCard({ idea, merged, desk, chosen, toggle }: Props) {
  const { id, text, horizon, truncated, supportCount, tableCodes } = idea
  const { hue } = wordsOf(idea, desk.tables)
  const about = <span className="sr-only">: {text}</span>
  return (
    <PostIt
      as="li"
      id={`idea-${id}`}
      hue={hue}
      codes={tableCodes}
      // Post-its stay light in the dark, and so do the boxes on them.
      className={hue === null ? undefined : 'scheme-light'}
    >
      <CheckField
        id={`choose-${id}`}
        label={<span className="font-bold whitespace-pre-line">{text}</span>}
        checked={chosen}
        onChange={(event) => toggle(id, event.target.checked)}
      />
      <p className="mt-1 flex flex-wrap gap-2">
        <Tag>{HORIZON_LABELS[horizon]}</Tag>
        {truncated ? <Tag>Text cut off in the source</Tag> : null}
      </p>
      <p className="mt-1">
        <TextLink href={`/workshops/${desk.slug}/ideas/${id}`} className="inline-flex min-h-11 items-center">
          {commentsInWords(idea)}
          {about}
        </TextLink>
      </p>
      {supportCount > 0 ? <p className="tally">{supportInWords(supportCount)}</p> : null}
      {merged.length > 0 ? <MergedIdeas merged={merged} tables={desk.tables} /> : null}
      <div className="-ms-2 mt-1 flex flex-wrap gap-x-2">
        <FormDialog trigger={<>Change it{about}</>} title="Change this idea">
          {(close) => <EditIdea idea={idea} statements={desk.statements} done={close} />}
        </FormDialog>
        <FormDialog trigger={<>Hide it{about}</>} title="Hide this idea">
          {(close) => <HideIdeas ideas={[idea]} done={close} />}
        </FormDialog>
      </div>
    </PostIt>
  )
})
