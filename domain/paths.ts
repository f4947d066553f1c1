/** Where things are shown, as addresses without the host. */
export type Shown =
  | { kind: 'ISSUE' | 'OPTION' | 'PRIORITY' | 'STATEMENT' | 'IDEA'; id: string; slug: string }
  | { kind: 'CRITIQUE'; id: string; slug: string; ideaId: string }
  | { kind: 'BRIEF'; id: string }
  | { kind: 'CYCLE' | 'MEASURE'; id: string; briefId: string }

/** The address at which something is shown. */
export function pathOf(shown: Shown): string {
  const workshop = 'slug' in shown ? `/workshops/${shown.slug}` : ''
  switch (shown.kind) {
    case 'ISSUE':
      return `${workshop}/issues#issue-${shown.id}`
    case 'OPTION':
      return `${workshop}/results#option-${shown.id}`
    case 'PRIORITY':
      return `${workshop}/priorities#priority-${shown.id}`
    case 'STATEMENT':
      return `${workshop}/priorities#statement-${shown.id}`
    case 'IDEA':
      return `${workshop}/ideas/${shown.id}`
    case 'CRITIQUE':
      return `${workshop}/ideas/${shown.ideaId}#critique-${shown.id}`
    case 'BRIEF':
      return `/briefs/${shown.id}`
    case 'CYCLE':
      return `/briefs/${shown.briefId}#cycle-${shown.id}`
    case 'MEASURE':
      return `/briefs/${shown.briefId}#measure-${shown.id}`
  }
}

/** The one page for which `proxy.ts` gives a content security policy unlike that of all others. */
export const EXPLORER_PATH = '/partners/explorer'

/** A document keeps the policy that it was loaded with, so the explorer is entered and left by loading a new one. */
export function takesNewDocument(from: string, to: string): boolean {
  return (from === EXPLORER_PATH) !== (to.replace(/[?#].*$/, '') === EXPLORER_PATH)
}

/** The beginning of a text, with a sign where the rest is left out. */
export function excerpt(text: string, max: number): string {
  const characters = [...text]
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
