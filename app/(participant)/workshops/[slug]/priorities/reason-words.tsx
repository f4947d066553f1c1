import type { WorkedReasonFragment } from './priorities.generated.ts'

/** Why a statement is important, in the words of who wrote it. */
export function ReasonWords({ reason: { text, authorName } }: { reason: WorkedReasonFragment }) {
  return (
    <figure className="border-s-4 border-accent ps-4">
      <blockquote className="whitespace-pre-line">{text}</blockquote>
      {authorName ? <figcaption className="text-ink-soft">{authorName}</figcaption> : null}
    </figure>
  )
}
