import type { ReactNode } from 'react'
import { plural } from '#domain/numbers.ts'
import { PostIt } from '../../../../_ui/post-it.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { firstWords } from '../first-words.ts'
import { commentsInWords, supportInWords } from './idea-words.ts'
import type { WallIdeaFragment } from './ideas.generated.ts'

type Props = {
  idea: WallIdeaFragment
  hue: number | null
  slug: string
  /** The viewer's support, where they may give it. */
  support?: ReactNode
  children?: ReactNode
}

/** One idea as it hangs on the wall: its words, who stands behind it, and what has been said about it. */
export function IdeaPostIt({ idea, hue, slug, support, children }: Props) {
  const { id, text, truncated, authorName, mergedFrom } = idea
  const supporters = supportInWords(idea.supportCount)
  return (
    <PostIt id={`idea-${id}`} hue={hue} codes={idea.tableCodes}>
      <p className="text-postit font-bold whitespace-pre-line">{text}</p>
      {truncated ? (
        <p className="mt-2">
          <Tag>Text cut off in the source</Tag>
        </p>
      ) : null}
      {authorName ? <p className="mt-2 text-ink-soft">{authorName}</p> : null}
      {mergedFrom.length > 0 ? (
        <details className="mt-2">
          <summary className="flex min-h-11 items-center underline underline-offset-[0.2em]">
            Joined with {plural(mergedFrom.length, 'other idea')}
          </summary>
          <ul className="list-disc space-y-1 ps-5">
            {mergedFrom.map((original) => (
              <li key={original.id} id={`idea-${original.id}`}>
                {original.text}{' '}
                {original.tableCodes.length > 0 ? `(${original.tableCodes.join(', ')})` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="mt-2">{commentsInWords(idea)}</p>
      <p>
        <TextLink href={`/workshops/${slug}/ideas/${id}`} className="inline-flex min-h-11 items-center">
          {idea.viewerCanCritique ? 'Read and comment' : 'Read more'}
          <span className="sr-only">: {firstWords(text, 60)}</span>
        </TextLink>
      </p>
      {support ?? (supporters ? <p className="tally">{supporters}</p> : null)}
      {children}
    </PostIt>
  )
}
