import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import {
  findSubject,
  listLinks,
  type ProvenanceLinkView,
  type ProvenanceSubject,
} from '#db/queries/provenance.ts'
import type { ProvenanceKind } from '#domain/provenance.ts'

type Asked = { kind: ProvenanceKind; id: string }

/** What chains are asked about and their links, each found once in a request, by however many ways it is come to. */
export function provenanceLoaders(db: Database) {
  const once = { cacheKeyFn: ({ kind, id }: Asked) => `${kind} ${id}` }
  return {
    provenanceSubject: new DataLoader<Asked, ProvenanceSubject | null, string>(
      (asked) => Promise.all(asked.map(({ kind, id }) => findSubject(db, kind, id))),
      once,
    ),
    provenanceLinks: new DataLoader<Asked, ProvenanceLinkView[], string>(
      (asked) => Promise.all(asked.map((one) => listLinks(db, one))),
      once,
    ),
  }
}
