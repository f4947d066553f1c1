import { ballotKey } from '#db/ballot-keys.ts'
import {
  type BallotImportView,
  countPieces,
  findBallotImport,
  insertBallotImport,
  insertPiece,
  saveReport,
} from '#db/queries/ballot-imports.ts'
import { findRound, type RoundView } from '#db/queries/rounds.ts'
import { isImportRunning } from '#db/queries/running-imports.ts'
import { refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { applyImport, checkImport, notOpen } from '#graphql/ballot-import.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

/** Pieces of one file: 200 of 90,000 characters are 18 MB, three times what 100,000 ballots need. */
const MOST_PIECES = 200
const PIECE_LENGTH = 95_000
// Neither NUL nor half a surrogate pair can be kept as text.
const LONE_SURROGATE = /\p{Cs}/u

const ballotImport: QueryResolvers['ballotImport'] = async (_root, { id }, context) => {
  const { found } = await find(id, context)
  const { report } = found
  // A process that was stopped in the middle has changed nothing, and leaves behind how far it was.
  if (report?.done === undefined || (await isImportRunning(context.db, found.roundId))) return found
  const { done: _stopped, ...settled } = report
  return { ...found, report: settled }
}

const startBallotImport: MutationResolvers['startBallotImport'] = async (
  _root,
  { input },
  { db, viewer },
) => {
  const round = isId(input.roundId) ? await findRound(db, input.roundId) : null
  if (round === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer: person } = authorizeIn(viewer, 'runWorkshop', round.workshopId)
  if (!isId(input.id))
    return refused(refusal('BAD_USER_INPUT', 'The id is not a UUID. Make a new one.', 'id'))
  if (round.state !== 'OPEN') return refused(notOpen())
  const fileName = readText(input.fileName, { field: 'fileName', max: LIMITS.venue })
  if (!fileName.ok) return refused(fileName.refusal)
  const { id, roundId, kind, exactDots } = input
  await insertBallotImport(db, {
    id,
    roundId,
    kind,
    fileName: fileName.value,
    exactDots,
    startedBy: person.personId,
  })
  const begun = await findBallotImport(db, id)
  if (
    begun === null ||
    begun.roundId !== roundId ||
    begun.startedBy !== person.personId ||
    begun.kind !== kind ||
    begun.fileName !== fileName.value ||
    begun.exactDots !== (exactDots ?? null)
  ) {
    return refused(
      refusal('IDEMPOTENCY_MISMATCH', 'Another import was sent with this id. Choose the file again.', 'id'),
    )
  }
  return { __typename: 'BallotImportSuccess', ballotImport: begun }
}

const addBallotImportPiece: MutationResolvers['addBallotImportPiece'] = async (
  _root,
  { importId, number, text },
  context,
) => {
  const { found, round } = await find(importId, context)
  if (round.state !== 'OPEN') return refused(notOpen())
  if (number < 0 || number >= MOST_PIECES || text.length > PIECE_LENGTH) {
    return refused(
      refusal(
        'BAD_USER_INPUT',
        'The file is too large. Split it and import one part after the other.',
        'text',
      ),
    )
  }
  if (text.includes('\0') || LONE_SURROGATE.test(text)) {
    return refused(
      refusal('BAD_USER_INPUT', 'The file is not text. Save it as CSV in UTF-8 and choose it again.', 'text'),
    )
  }
  await insertPiece(context.db, await ballotKey(round.id), { importId, number, text })
  return { __typename: 'BallotImportSuccess', ballotImport: found }
}

const checkBallotImport: MutationResolvers['checkBallotImport'] = async (_root, { importId }, context) => {
  const { found, round } = await find(importId, context)
  if (round.state !== 'OPEN') return refused(notOpen())
  const report = await checkImport(context.db, round, found)
  if ('code' in report) return refused(report)
  await saveReport(context.db, importId, report, false)
  return { __typename: 'BallotImportSuccess', ballotImport: { ...found, report } }
}

const applyBallotImport: MutationResolvers['applyBallotImport'] = async (_root, { importId }, context) => {
  const { found } = await find(importId, context)
  const report = await applyImport(context.db, found)
  if ('code' in report) return refused(report)
  return {
    __typename: 'BallotImportSuccess',
    ballotImport: { ...found, report, appliedAt: new Date() },
  }
}

export const importResolvers = {
  Query: { ballotImport },
  Mutation: { startBallotImport, addBallotImportPiece, checkBallotImport, applyBallotImport },
  BallotImport: { pieces: ({ id }, _args, { db }) => countPieces(db, id) },
} satisfies Resolvers

async function find(
  id: string,
  { db, viewer }: Context,
): Promise<{ found: BallotImportView; round: RoundView }> {
  const found = isId(id) ? await findBallotImport(db, id) : null
  const round = found && (await findRound(db, found.roundId))
  if (!found || !round) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  authorizeIn(viewer, 'runWorkshop', round.workshopId)
  return { found, round }
}
