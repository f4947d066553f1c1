import { headers } from 'next/headers'
import { frameSnippet, imageSnippet } from '#domain/embeds.ts'
import { askAsNobody } from '../../../../../_apollo/nobody.ts'
import { originOf } from '../../../../../_apollo/origin.ts'
import { query } from '../../../../../_apollo/server.ts'
import { readResult, readWorkshop } from '../../../../../embed/workshops/[slug]/[view]/read-embedded.ts'
import { resultInWords } from '../../../../../embed/workshops/[slug]/[view]/result-in-words.ts'
import { EmbedOriginsForm } from './embed-origins-form.tsx'
import { EmbeddingSectionDocument } from './embedding.generated.ts'
import type { SetUpWorkshop } from './set-up-workshop.ts'
import { Snippet } from './snippet.tsx'

/** Who may show the workshop's results and progress on a website of theirs, and the lines that do so. */
export async function Embedding({ workshop: { slug, publishedAt } }: { workshop: SetUpWorkshop }) {
  const { workshop } = await query(EmbeddingSectionDocument, { slug })
  return (
    <div className="mt-3 max-w-prose space-y-6">
      <EmbedOriginsForm workshopId={workshop?.id ?? ''} origins={workshop?.embedOrigins ?? []} />
      {publishedAt ? (
        <Snippets slug={slug} />
      ) : (
        <p>Once the workshop is published, the lines to paste into a website stand here.</p>
      )}
    </div>
  )
}

async function Snippets({ slug }: { slug: string }) {
  const asked = await headers()
  const origin = originOf(asked)
  const ask = askAsNobody(asked)
  const workshop = await readWorkshop(ask, slug)
  if (workshop === null) return null
  const path = `/embed/workshops/${slug}`
  const alt = resultInWords(await readResult(ask, workshop))
  return (
    <div className="space-y-4">
      <Snippet
        id="snippet-results"
        label="Results, for a website in the list"
        value={frameSnippet(origin, `${path}/results`, `Results: ${workshop.title}`)}
      />
      <Snippet
        id="snippet-progress"
        label="Progress, for a website in the list"
        value={frameSnippet(origin, `${path}/progress`, `Progress: ${workshop.title}`)}
      />
      <Snippet
        id="snippet-image"
        label="Results as an image, for any website or document"
        hint="The words that stand for the image tell the result as it is now. Copy the line again when there is another."
        value={imageSnippet(origin, `${path}/results.png`, alt)}
      />
    </div>
  )
}
