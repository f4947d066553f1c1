import { readdirSync, readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import { archiveResolvers } from './types/archives.ts'
import { baseResolvers } from './types/base.ts'
import { boardResolvers } from './types/board.ts'
import { briefMeasureResolvers } from './types/brief-measures.ts'
import { briefResolvers } from './types/briefs.ts'
import { checkInResolvers } from './types/check-ins.ts'
import { contributionResolvers } from './types/contributions.ts'
import { critiqueResolvers } from './types/critiques.ts'
import { cycleResolvers } from './types/cycles.ts'
import { digestResolvers } from './types/digests.ts'
import { embedResolvers } from './types/embeds.ts'
import { erasureResolvers } from './types/erasures.ts'
import { exportResolvers } from './types/exports.ts'
import { grantResolvers } from './types/grants.ts'
import { ideaResolvers } from './types/ideas.ts'
import { importResolvers } from './types/imports.ts'
import { issueResolvers } from './types/issues.ts'
import { measureResolvers } from './types/measures.ts'
import { moderationResolvers } from './types/moderation.ts'
import { peopleResolvers } from './types/people.ts'
import { progressResolvers } from './types/progress.ts'
import { projectResolvers } from './types/projects.ts'
import { provenanceResolvers } from './types/provenance.ts'
import { removalResolvers } from './types/removals.ts'
import { resultResolvers } from './types/results.ts'
import { roundResolvers } from './types/rounds.ts'
import { searchResolvers } from './types/search.ts'
import { seatResolvers } from './types/seats.ts'
import { statementResolvers } from './types/statements.ts'
import { stepResolvers } from './types/steps.ts'
import { tokenResolvers } from './types/tokens.ts'
import { voteResolvers } from './types/votes.ts'
import { webhookResolvers } from './types/webhooks.ts'
import { workshopResolvers } from './types/workshops.ts'
import { writeUpResolvers } from './types/write-ups.ts'

const RESOLVERS = [
  baseResolvers,
  peopleResolvers,
  projectResolvers,
  workshopResolvers,
  stepResolvers,
  seatResolvers,
  issueResolvers,
  roundResolvers,
  resultResolvers,
  voteResolvers,
  importResolvers,
  erasureResolvers,
  statementResolvers,
  ideaResolvers,
  critiqueResolvers,
  digestResolvers,
  moderationResolvers,
  boardResolvers,
  measureResolvers,
  briefResolvers,
  briefMeasureResolvers,
  cycleResolvers,
  searchResolvers,
  provenanceResolvers,
  progressResolvers,
  checkInResolvers,
  contributionResolvers,
  writeUpResolvers,
  archiveResolvers,
  embedResolvers,
  tokenResolvers,
  grantResolvers,
  exportResolvers,
  webhookResolvers,
  removalResolvers,
]

/** The one contract: what stands beside the resolvers, of all nouns. */
export function readContract(): DocumentNode {
  const folder = new URL('./types/', import.meta.url)
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  return parse(texts.join('\n'), { noLocation: true })
}

/** The one schema: the contract beside the resolvers, a pair for each noun. A contract without a resolver stops the start. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readContract(),
    resolvers: RESOLVERS,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  })
}

/** A schema of a part of the contract, answered by the same resolvers. */
export function createPartialSchema(typeDefs: DocumentNode): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs,
    resolvers: RESOLVERS,
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  })
}
