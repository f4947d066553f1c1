import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import {
  type ChainReader,
  findSubject,
  listLinks,
  type ProvenanceLinkView,
  type ProvenanceSubject,
  type WordKind,
} from '#db/queries/provenance.ts'
import type { ProvenanceKind } from '#domain/provenance.ts'

type Asked<Kind = ProvenanceKind> = { kind: Kind; id: string }

/** What chains are asked about and their links, each found once in a request, by however many ways it is come to. */
export function provenanceLoaders(db: Database) {
  const once = { cacheKeyFn: ({ kind, id }: Asked) => `${kind} ${id}` }
  return {
    provenanceSubject: new DataLoader<Asked<WordKind>, ProvenanceSubject | null, string>(
      (asked) => Promise.all(asked.map(({ kind, id }) => findSubject(db, kind, id))),
      once,
    ),
    // A request has one reader, so what tells chains apart is what they are asked about.
    provenanceLinks: new DataLoader<Asked & { reader: ChainReader }, ProvenanceLinkView[], string>(
      async (asked) => {
        const [first] = asked
        const links = first === undefined ? [] : await listLinks(db, asked, first.reader)
        const found = new Map<string, ProvenanceLinkView[]>(asked.map(({ id }) => [id, []]))
        for (const { root, ...link } of links) found.get(root)?.push(link)
        return asked.map(({ id }) => found.get(id) ?? [])
      },
      once,
    ),
  }
}
