import { escapeMarkup } from '#domain/embeds.ts'

/** Text that is markup already. Everything else is escaped. */
export type Markup = { readonly markup: string }

type Part = string | number | Markup | null | readonly Markup[]

/** A template of HTML or SVG in which everything that is filled in is text, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = strings.map((text, at) => text + write(parts[at] ?? null))
  return { markup: filled.join('') }
}

function write(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part))
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}
