import { type ProsePart, readProse } from '#domain/prose.ts'

/** Words that people wrote, in paragraphs and lists. Addresses lead where they say, and nothing else does. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="max-w-prose space-y-3 wrap-anywhere">
      {readProse(text).map((block, at) =>
        block.kind === 'LIST' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no other name than their place.
          <ul key={at} className="list-disc space-y-1 ps-6">
            {block.items.map((item, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no other name than their place.
              <li key={n}>
                <Line parts={item} />
              </li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no other name than their place.
          <p key={at} className="whitespace-pre-line">
            <Line parts={block.lines.flatMap((line, n) => (n === 0 ? line : [BREAK, ...line]))} />
          </p>
        ),
      )}
    </div>
  )
}

const BREAK: ProsePart = { text: '\n', href: null }

function Line({ parts }: { parts: readonly ProsePart[] }) {
  return parts.map(({ text, href }, at) =>
    href === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other name than their place.
      <a key={at} href={href} rel="nofollow noopener noreferrer">
        {text}
      </a>
    ),
  )
}
