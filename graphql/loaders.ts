import type { Database } from '#db/client.ts'
import { briefLoaders } from './loaders/briefs.ts'
import { critiqueLoaders } from './loaders/critiques.ts'
import { ideaLoaders } from './loaders/ideas.ts'
import { issueLoaders } from './loaders/issues.ts'
import { measureLoaders } from './loaders/measures.ts'
import { progressLoaders } from './loaders/progress.ts'
import { provenanceLoaders } from './loaders/provenance.ts'
import { roundLoaders } from './loaders/rounds.ts'
import { statementLoaders } from './loaders/statements.ts'
import { webhookLoaders } from './loaders/webhooks.ts'
import { workshopLoaders } from './loaders/workshops.ts'
import { writeUpLoaders } from './loaders/write-ups.ts'

export type Loaders = ReturnType<typeof createLoaders>

/** Loaders for what a root field did not load already: each gathers the ids asked for and reads them in one statement. */
export function createLoaders(db: Database) {
  return {
    ...workshopLoaders(db),
    ...issueLoaders(db),
    ...roundLoaders(db),
    ...statementLoaders(db),
    ...ideaLoaders(db),
    ...critiqueLoaders(db),
    ...measureLoaders(db),
    ...briefLoaders(db),
    ...provenanceLoaders(db),
    ...progressLoaders(db),
    ...writeUpLoaders(db),
    ...webhookLoaders(db),
  }
}

/** Lets what follows a change in the same operation read anew: several changes can be asked for in one document. */
export function forgetLoaded(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll()
}
