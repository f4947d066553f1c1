import { type Reading, refusal } from './refusal.ts'

/** Whoever frames a workshop's results is listed one by one, so that the list can be read. */
const EMBED_ORIGINS_AT_MOST = 20

const LONGEST_ORIGIN = 200

// What a browser compares and nothing else: no pattern, path, name with a password, or letter that only looks like one.
const ORIGIN = /^https:\/\/[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::\d{1,5})?$/

/**
 * Origins of web pages that may show a workshop in a frame, each once: secure ones, written as browsers send them.
 * There is no exception for this machine, since a page that anybody can frame over plain http can be changed on its way.
 */
export function readEmbedOrigins(given: readonly string[]): Reading<string[]> {
  const origins = [...new Set(given)]
  if (origins.length > EMBED_ORIGINS_AT_MOST) {
    return { ok: false, refusal: bad(`List ${EMBED_ORIGINS_AT_MOST} websites at most.`) }
  }
  const odd = origins.find((origin) => !isOrigin(origin))
  if (odd === undefined) return { ok: true, value: origins }
  const shown = odd.slice(0, 60)
  return {
    ok: false,
    refusal: bad(
      `Write each website like https://www.example.org, without a path. This is not one: “${shown}”`,
    ),
  }
}

function isOrigin(text: string): boolean {
  if (text.length > LONGEST_ORIGIN || !ORIGIN.test(text)) return false
  return URL.canParse(text) && new URL(text).origin === text
}

function bad(message: string) {
  return refusal('BAD_USER_INPUT', message, 'origins')
}

/** The part of a content security policy that says who may frame a page: exactly these, or nobody. */
export function frameAncestors(origins: readonly string[]): string {
  return `frame-ancestors ${origins.length === 0 ? "'none'" : origins.join(' ')}`
}

/** Addresses that answer with a policy of their own, since their workshop says who may frame them. */
export const EMBED_PATH =
  /^\/embed\/workshops\/[a-z0-9-]{1,100}\/(?:results|progress|results\.svg|results\.png)$/

/** Widths in which the image of a result is made. A few, so that each is made once. */
const IMAGE_WIDTHS = [480, 800, 1200, 1600] as const
export type ImageWidth = (typeof IMAGE_WIDTHS)[number]

const USUAL_WIDTH: ImageWidth = 800

/** The width that comes nearest to what was asked, and never a larger one than the largest. */
export function imageWidth(asked: string | null): ImageWidth {
  if (asked === null || !/^\d{1,9}$/.test(asked)) return USUAL_WIDTH
  return IMAGE_WIDTHS.find((width) => width >= Number(asked)) ?? 1600
}

/** The line that somebody puts into their own page to show a workshop there. */
export function frameSnippet(origin: string, path: string, title: string): string {
  return `<iframe src="${origin}${path}" title="${escapeMarkup(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
}

/** The line that shows the image of a result, with its alternative text. */
export function imageSnippet(origin: string, path: string, alt: string): string {
  return `<img src="${origin}${path}" alt="${escapeMarkup(alt)}" width="${USUAL_WIDTH}">`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML and SVG, between tags and in quotes; what XML cannot carry at all is left out. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
