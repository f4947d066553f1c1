import type { ReactNode } from 'react'
import { plural } from '#domain/numbers.ts'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { supportInWords } from '../idea-words.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'

type Props = { idea: WallIdeaFragment; hue: number | null; support?: ReactNode; children?: ReactNode }

/** The idea itself, large: its words are the page's heading. */
export function IdeaSheet({ idea, hue, support, children }: Props) {
  const { text, truncated, authorName, mergedFrom } = idea
  const supporters = supportInWords(idea.supportCount)
  return (
    <PostIt hue={hue} codes={idea.tableCodes} className="md:p-6">
      <h1 className="text-lead whitespace-pre-line">{text}</h1>
      {truncated ? (
        <p className="mt-2">
          <Tag>Text cut off in the source</Tag>
        </p>
      ) : null}
      {authorName ? <p className="mt-2 text-ink-soft">Written by {authorName}</p> : null}
      {mergedFrom.length > 0 ? (
        <details className="mt-2">
          <summary className="flex min-h-11 items-center underline underline-offset-[0.2em]">
            Joined with {plural(mergedFrom.length, 'other idea')}
          </summary>
          <ul className="list-disc space-y-1 ps-5">
            {mergedFrom.map((original) => (
              <li key={original.id}>
                {original.text}{' '}
                {original.tableCodes.length > 0 ? `(${original.tableCodes.join(', ')})` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="mt-4">{support ?? (supporters ? <p className="tally">{supporters}</p> : null)}</div>
      {children}
    </PostIt>
  )
}
