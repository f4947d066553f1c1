/** The media types of an answer. The newer one has statuses of its own for what was not executed. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** The media type that a caller likes best; null where they take none of ours, which is known before anything is done. */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (!accept?.trim()) return 'application/json'
  const ranges = accept.split(',').map(readRange)
  const offers = MEDIA_TYPES.map((type) => ({ type, liking: likingFor(type, ranges) }))
  const [best] = offers.sort((a, b) => b.liking - a.liking)
  return best !== undefined && best.liking > 0 ? best.type : null
}

type Range = { type: string; quality: number }

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
}

/** The most exact range that covers a type decides how much it is liked. */
function likingFor(type: MediaType, ranges: readonly Range[]): number {
  for (const covering of [type, 'application/*', '*/*']) {
    const range = ranges.find((candidate) => candidate.type === covering)
    if (range !== undefined) return range.quality
  }
  return 0
}
