import type { ChainLinkFragment } from './provenance.generated.ts'

type Kind = ChainLinkFragment['kind']

/** The links of the chain in its order, from the first post-it to what is measured. */
const KINDS = [
  'ISSUE',
  'OPTION',
  'PRIORITY',
  'STATEMENT',
  'IDEA',
  'CRITIQUE',
  'BRIEF',
  'CYCLE',
  'MEASURE',
] as const satisfies Kind[]

export const KIND_LABELS: Record<Kind, [one: string, many: string]> = {
  ISSUE: ['Post-it', 'Post-its'],
  OPTION: ['Option voted on', 'Options voted on'],
  PRIORITY: ['Priority', 'Priorities'],
  STATEMENT: ['Problem statement', 'Problem statements'],
  IDEA: ['Idea', 'Ideas'],
  CRITIQUE: ['Comment', 'Comments'],
  BRIEF: ['Brief', 'Briefs'],
  CYCLE: ['Test cycle', 'Test cycles'],
  MEASURE: ['Measure', 'Measures'],
}

export type ChainLink = ChainLinkFragment & {
  /** Whether it is what was asked about. */
  asked: boolean
}
/** One stage of the chain: all its links of one kind. */
export type Stage = { kind: Kind; links: ChainLink[] }

/** The kind that an address names, in whatever case; null for none that there is. */
export function readKind(named: string): Kind | null {
  return KINDS.find((kind) => kind === named.toUpperCase()) ?? null
}

/** Both ways put together: the stages in the order in which things happened. Stages with nothing in them are left out. */
export function stagesOf(chain: {
  of: ChainLinkFragment
  origins: readonly ChainLinkFragment[]
  outcomes: readonly ChainLinkFragment[]
}): Stage[] {
  const links = [
    ...chain.origins.map((link) => ({ ...link, asked: false })),
    { ...chain.of, asked: true },
    ...chain.outcomes.map((link) => ({ ...link, asked: false })),
  ]
  return KINDS.map((kind) => ({ kind, links: links.filter((link) => link.kind === kind) })).filter(
    (stage) => stage.links.length > 0,
  )
}

/** The address of a link's own chain; null for what has the same one as its brief. */
export function ownChainOf({ kind, id, path }: ChainLink): string | null {
  if (kind === 'BRIEF') return `/briefs/${id}/provenance`
  if (kind === 'CYCLE' || kind === 'MEASURE') return null
  const workshop = path.split('/').slice(0, 3).join('/')
  return `${workshop}/provenance/${kind.toLowerCase()}/${id}`
}

/** The links one step nearer through which a link belongs to the chain, as far as they are not its only stage. */
export function nearerLinks(link: ChainLink, all: readonly ChainLink[]): ChainLink[] {
  const nearer = all.filter(({ id }) => link.via.includes(id))
  // Where a stage has one link alone, it is clear what the next ones hang on.
  return nearer.filter(({ kind }) => all.filter((other) => other.kind === kind).length > 1)
}
