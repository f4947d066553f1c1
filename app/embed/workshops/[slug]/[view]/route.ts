import { createHash } from 'node:crypto'
import { imageWidth } from '#domain/embeds.ts'
import { askAsNobody } from '../../../../_apollo/nobody.ts'
import { readTheme } from './colours.ts'
import { drawPng } from './draw-png.ts'
import { EMBED_STYLE } from './embed-style.ts'
import { progressPage } from './progress-page.ts'
import { type EmbeddedWorkshop, readProgress, readResult, readWorkshop } from './read-embedded.ts'
import { respond, respondMissing, tagOf } from './respond.ts'
import { resultsImage } from './results-image.ts'
import { resultsPage } from './results-page.ts'

type Asked = {
  request: Request
  workshop: EmbeddedWorkshop
  ask: ReturnType<typeof askAsNobody>
  search: URLSearchParams
}

/** Results and progress of a published workshop for other websites: pages that those who are listed may frame, and images. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; view: string }> },
): Promise<Response> {
  const { slug, view } = await params
  const answer = Object.hasOwn(VIEWS, view) ? VIEWS[view] : undefined
  if (answer === undefined) return respondMissing()
  const ask = askAsNobody(request.headers)
  const workshop = await readWorkshop(ask, slug)
  if (workshop === null) return respondMissing()
  return answer({ request, workshop, ask, search: new URL(request.url).searchParams })
}

const VIEWS: Record<string, (asked: Asked) => Promise<Response>> = {
  results: async (asked) =>
    page(
      asked,
      resultsPage(await readResult(asked.ask, asked.workshop), readTheme(asked.search.get('theme'))),
    ),
  progress: async (asked) => {
    const progress = await readProgress(asked.ask, asked.workshop)
    if (progress === null) return respondMissing()
    return page(asked, progressPage(asked.workshop, progress, readTheme(asked.search.get('theme'))))
  },
  'results.svg': async (asked) => {
    const { svg } = await drawImage(asked)
    return image(asked, 'image/svg+xml; charset=utf-8', svg, () => svg)
  },
  'results.png': async (asked) => {
    const { svg, drawing } = await drawImage(asked)
    const width = imageWidth(asked.search.get('width'))
    const draw = async () => new Uint8Array(await drawPng(tagOf([svg]), drawing, width))
    return image(asked, 'image/png', svg, draw)
  },
}

// The one style in the page is allowed by what it says, so that no other can get in.
const STYLE = `style-src 'sha256-${createHash('sha256').update(EMBED_STYLE).digest('base64')}'`

function page({ request, workshop }: Asked, { markup }: { markup: string }): Promise<Response> {
  return respond(request, {
    type: 'text/html; charset=utf-8',
    words: markup,
    policy: STYLE,
    origins: workshop.embedOrigins,
    // Kept, and asked about each time: what is no longer published has to go at once.
    cache: 'public, no-cache',
    body: () => markup,
  })
}

async function drawImage({ ask, workshop, search }: Asked): Promise<ReturnType<typeof resultsImage>> {
  const theme = readTheme(search.get('theme')) ?? 'light'
  return resultsImage(await readResult(ask, workshop), theme, imageWidth(search.get('width')))
}

function image(
  { request, workshop }: Asked,
  type: string,
  words: string,
  body: () => BodyInit | Promise<BodyInit>,
): Promise<Response> {
  const origins = workshop.embedOrigins
  return respond(request, { type, words, origins, cache: 'public, max-age=300', body })
}
