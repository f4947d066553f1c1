import { run } from './run.mjs'

// A name has to say what is inside. `graphql/types/` holds the types of the contract and is one.
const SAYS_NOTHING =
  /(^|\/)(utils?|helpers?|misc|common|shared|types|constants|managers?|services?)(\.[^/]+)?(\/|$)/
const ALLOWED = /^graphql\/types\//

/** Paths of this project that a reader could not guess the content of. */
export async function findEmptyNames() {
  const { output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  return output.split('\n').filter((path) => SAYS_NOTHING.test(path.replace(ALLOWED, '')))
}
