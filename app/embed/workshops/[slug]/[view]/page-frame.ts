import { formatDayRange } from '#domain/dates.ts'
import type { Theme } from './colours.ts'
import { EMBED_STYLE } from './embed-style.ts'
import { type Markup, markup } from './markup.ts'
import type { EmbeddedWorkshop } from './read-embedded.ts'

type Page = {
  workshop: EmbeddedWorkshop
  theme: Theme | null
  title: string
  body: Markup
  way: { path: string; words: string }
}

/** A page for somebody else's frame: no header, no script, and every link leads out of the frame. */
export function pageFrame({ workshop, theme, title, body, way }: Page): Markup {
  const style: Markup = { markup: EMBED_STYLE }
  return markup`<!doctype html>
<html lang="en-GB"${theme === null ? null : markup` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}: ${workshop.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">${workshop.title}, ${formatDayRange(workshop.startsOn, workshop.endsOn)}</p>
${body}
<p><a class="way" href="${way.path}" target="_top">${way.words}</a></p>
</main>
</body>
</html>
`
}
