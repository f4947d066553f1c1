import { buffer } from 'node:stream/consumers'
import { print } from 'graphql'
import { extractText, getDocumentProxy } from 'unpdf'
import { writePdf } from '#app/_write-up/pdf/write-pdf.ts'
import {
  type Ask,
  openWriteUp,
  type WriteUpAddress,
  type WriteUpSource,
} from '#app/_write-up/read-write-up.ts'
import { writeArchive } from '#app/_write-up/write-archive.ts'
import { writeCommentsCsv, writeIdeasCsv, writeIssuesCsv } from '#app/_write-up/write-csv.ts'
import type { World } from './world.ts'

type As = { token: string } | null

/** Asks as somebody, in the way that pages and exports do. Throws the codes of errors. */
export function askAs(world: World, as: As): Ask {
  return async <TData, TVariables>(
    document: Parameters<typeof print>[0],
    variables: TVariables,
  ): Promise<TData> => {
    const { data, codes } = await world.run(print(document), { ...(variables as object) }, as)
    if (codes.length > 0) throw new Error(codes.join())
    return data as TData
  }
}

/** A write-up that somebody opens, and who must find it. */
export async function openAs(world: World, as: As, address: WriteUpAddress): Promise<WriteUpSource> {
  const source = await openWriteUp(askAs(world, as), address)
  if (source === null) throw new Error('There is no write-up.')
  return source
}

/** Everything that a generator writes, in one piece. */
export async function written(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  return all.join('')
}

/** The PDF of a write-up: its bytes, and its words as a reader of PDF finds them, spaces as one. */
export async function pdfOf(source: WriteUpSource) {
  const bytes = await buffer(writePdf(source))
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(file, { mergePages: true })
  return { bytes, file, text: text.replace(/\s+/g, ' ') }
}

/** Every form in which a write-up leaves the product, as text. */
export async function everyExport(source: WriteUpSource): Promise<Record<string, string>> {
  const page: unknown[] = [source.head]
  for await (const issue of source.issues()) page.push(issue)
  for await (const idea of source.ideas()) page.push(idea)
  return {
    page: JSON.stringify(page),
    pdf: (await pdfOf(source)).text,
    issues: await written(writeIssuesCsv(source)),
    ideas: await written(writeIdeasCsv(source)),
    comments: await written(writeCommentsCsv(source)),
    archive: await written(writeArchive(source)),
  }
}
