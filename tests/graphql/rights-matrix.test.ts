import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { checksum } from '#tests/support/checksum.ts'
import { ROOT_CALLS } from '#tests/support/root-calls.ts'
import { type Cast, openCast, openScene, ROLES, type Role, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { readTable } from '#tests/support/written-tables.ts'

/** Who may do what: every query and mutation of the contract, for everybody, on a real database. */

let world: World
let cast: Cast
/** Where somebody tries what they may not. Nothing comes of it, as each of these tests shows, so that one does for all. */
let untouched: Scene
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
  untouched = await openScene(world, cast)
})
afterAll(() => world.close())

/** What must have happened before a call can succeed. */
const BEFORE: Record<string, (scene: Scene) => Promise<unknown>> = {
  openRound: ({ finishOpenRound }) => finishOpenRound(),
  restoreWorkshop: ({ deleteWorkshop }) => deleteWorkshop(),
  placeCard: ({ letEverybodyArrange }) => letEverybodyArrange(),
}

/** `null` is an answer without data and without an error; `no` a refusal that says why: the words are somebody else's. */
const MATRIX = `
                        anon observer participant stranger facilitator colleague staff admin
  viewer                null ok       ok          ok       ok          ok        ok    ok
  staff                 401  403      403         403      403         403       403   ok
  projects              401  403      403         403      403         403       ok    ok
  project               404  ok       ok          404      ok          404       ok    ok
  workshop              404  ok       ok          404      ok          404       404   ok
  workshops             401  403      403         403      ok          ok        ok    ok
  publishedWorkshops    ok   ok       ok          ok       ok          ok        ok    ok
  issue                 404  ok       ok          404      ok          404       404   ok
  statement             404  ok       ok          404      ok          404       404   ok
  idea                  404  ok       ok          404      ok          404       404   ok
  critique              404  ok       ok          404      ok          404       404   ok
  search                ok   ok       ok          ok       ok          ok        ok    ok
  provenance            404  ok       ok          404      ok          404       404   ok
  similarTo             404  ok       ok          404      ok          404       404   ok
  round                 404  ok       ok          404      ok          404       404   ok
  writeUp               404  404      404         404      ok          404       404   ok
  measure               401  ok       ok          403      ok          403       ok    ok
  ballotImport          401  403      403         404      ok          404       404   ok

  renameViewer          401  ok       ok          ok       ok          ok        ok    ok
  inviteStaff           401  403      403         403      403         403       403   ok
  changePlatformRole    401  403      403         403      403         403       403   ok
  removeStaff           401  403      403         403      403         403       403   ok
  erasureRequests       401  403      403         403      403         403       403   ok
  requestErasure        401  403      403         404      ok          404       404   ok
  erasePerson           401  403      403         403      403         403       403   ok

  removals              401  403      403         403      403         403       403   ok
  grant                 null null     null        null     null        null      null  null
  exports               ok   ok       ok          ok       ok          ok        ok    ok
  partnerTokens         401  403      403         403      403         403       403   ok
  partnerToken          401  403      403         403      403         403       403   ok
  createToken           401  403      403         403      403         403       403   ok
  rotateToken           401  403      403         403      403         403       403   ok
  revokeToken           401  403      403         403      403         403       403   ok
  webhooks              null null     null        null     null        null      null  null
  registerWebhook       401  403      403         403      403         403       403   ok
  renewWebhookSecret    401  403      403         403      403         403       403   ok
  pauseWebhook          401  403      403         403      403         403       403   ok
  resumeWebhook         401  403      403         403      403         403       403   ok
  removeWebhook         401  403      403         403      403         403       403   ok
  testWebhook           401  403      403         403      403         403       403   ok

  createProject         401  403      403         403      403         403       ok    ok
  updateProject         401  403      403         403      403         403       ok    ok
  addArea               401  403      403         403      403         403       ok    ok
  renameArea            401  403      403         403      403         403       ok    ok
  removeArea            401  403      403         403      403         403       ok    ok
  changePhase           401  403      403         403      403         403       ok    ok

  createWorkshop        401  403      403         403      403         403       ok    ok
  duplicateWorkshop     401  403      403         403      403         403       404   ok
  updateWorkshop        401  403      403         404      ok          404       404   ok
  archiveWorkshop       401  403      403         404      ok          404       404   ok
  deleteWorkshop        401  403      403         404      ok          404       404   ok
  restoreWorkshop       401  403      403         404      ok          404       404   ok
  publishWorkshop       401  403      403         404      ok          404       404   ok
  setEmbedOrigins       401  403      403         404      ok          404       404   ok
  regenerateRoomCode    401  403      403         404      ok          404       404   ok
  setRoomOpen           401  403      403         404      ok          404       404   ok
  addTable              401  403      403         404      ok          404       404   ok
  updateTable           401  403      403         404      ok          404       404   ok
  removeTable           401  403      403         404      ok          404       404   ok

  joinWorkshop          ok   ok       ok          ok       ok          ok        ok    403
  inviteParticipants    401  403      403         404      ok          404       404   ok
  moveSeat              401  403      403         404      ok          404       404   ok
  moveSeats             401  403      403         404      ok          404       404   ok
  changeSeatRole        401  403      403         404      ok          404       404   ok
  addFacilitator        401  403      403         404      403         404       404   ok
  removeSeat            401  403      403         404      ok          404       404   ok
  renameSeat            401  403      ok          404      403         404       404   403

  addStep               401  403      403         404      ok          404       404   ok
  updateStep            401  403      403         404      ok          404       404   ok
  removeStep            401  403      403         404      ok          404       404   ok
  moveStep              401  403      403         404      ok          404       404   ok
  changeStep            401  403      403         404      ok          404       404   ok

  writeIssue            401  403      ok          404      ok          404       404   ok
  editIssue             401  403      ok          404      ok          404       404   ok
  withdrawIssue         401  403      ok          404      ok          404       404   ok
  restoreIssue          401  403      ok          404      ok          404       404   ok
  decideIssue           401  403      ok          404      ok          404       404   ok
  decideIssues          401  403      ok          404      ok          404       404   ok
  mergeIssues           401  403      403         404      ok          404       404   ok
  unmergeIssue          401  403      403         404      ok          404       404   ok
  hideIssue             401  403      403         404      ok          404       404   ok
  hideIssues            401  403      403         404      ok          404       404   ok
  showIssue             401  403      403         404      ok          404       404   ok
  showIssues            401  403      403         404      ok          404       404   ok

  placeCard             401  403      ok          404      ok          404       404   ok
  tidyBoard             401  403      403         404      ok          404       404   ok
  setWallView           401  ok       ok          ok       ok          ok        ok    ok

  writeStatement        401  403      ok          404      ok          404       404   ok
  rewordStatement       401  403      ok          404      ok          404       404   ok
  withdrawStatement     401  403      ok          404      ok          404       404   ok
  restoreStatement      401  403      ok          404      ok          404       404   ok
  markSimilar           401  403      403         404      ok          404       404   ok
  unmarkSimilar         401  403      403         404      ok          404       404   ok
  writeReason           401  403      ok          404      ok          404       404   ok
  editReason            401  403      ok          404      ok          404       404   ok
  withdrawReason        401  403      ok          404      ok          404       404   ok
  restoreReason         401  403      ok          404      ok          404       404   ok
  showReasonFirst       401  403      403         404      ok          404       404   ok
  writeIdea             401  403      ok          404      ok          404       404   ok
  editIdea              401  403      ok          404      ok          404       404   ok
  withdrawIdea          401  403      ok          404      ok          404       404   ok
  restoreIdea           401  403      ok          404      ok          404       404   ok
  supportIdea           401  403      ok          404      ok          404       404   403
  mergeIdeas            401  403      403         404      ok          404       404   ok
  unmergeIdea           401  403      403         404      ok          404       404   ok
  hideIdea              401  403      403         404      ok          404       404   ok
  hideIdeas             401  403      403         404      ok          404       404   ok
  showIdea              401  403      403         404      ok          404       404   ok
  showIdeas             401  403      403         404      ok          404       404   ok
  checkIn               401  403      403         404      ok          404       404   ok

  writeCritique         401  403      ok          404      ok          404       404   ok
  answerCritique        401  403      ok          404      ok          404       404   ok
  editCritique          401  403      ok          404      no          404       404   no
  withdrawCritique      401  403      ok          404      no          404       404   no
  resolveCritique       401  403      ok          404      ok          404       404   ok
  reopenCritique        401  403      ok          404      ok          404       404   ok
  report                401  ok       ok          404      ok          404       404   ok
  settleReport          401  403      403         404      ok          404       404   ok
  hideCritique          401  403      403         404      ok          404       404   ok
  showCritique          401  403      403         404      ok          404       404   ok
  hideName              401  403      403         404      ok          404       404   ok
  setDiscussion         401  403      403         404      ok          404       404   ok
  setDigest             401  ok       ok          ok       ok          ok        ok    ok
  stopDigest            ok   ok       ok          ok       ok          ok        ok    ok

  createMeasure         401  403      403         403      403         403       ok    ok
  updateMeasure         401  403      403         403      403         403       ok    ok
  archiveMeasure        401  403      403         403      403         403       ok    ok
  addMeasurePoints      401  403      403         403      403         403       ok    ok
  importMeasurePoints   401  403      403         403      403         403       ok    ok
  correctMeasurePoint   401  403      403         403      403         403       ok    ok
  removeMeasurePoint    401  403      403         403      403         403       ok    ok
  restoreMeasurePoint   401  403      403         403      403         403       ok    ok
  annotateMeasure       401  403      403         403      403         403       ok    ok
  withdrawAnnotation    401  403      403         403      403         403       ok    ok
  declareBaseline       401  403      403         403      403         403       ok    ok
  withdrawBaseline      401  403      403         403      403         403       ok    ok

  writeWriteUpText      401  403      403         404      ok          404       404   ok
  publishWriteUp        401  403      403         404      ok          404       404   ok
  importWorkshop        401  403      403         403      403         403       ok    ok
  withdrawWriteUp       401  403      403         404      ok          404       404   ok

  createRound           401  403      403         404      ok          404       404   ok
  updateRound           401  403      403         404      ok          404       404   ok
  discardRound          401  403      403         404      ok          404       404   ok
  openRound             401  403      403         404      ok          404       404   ok
  closeRound            401  403      403         404      ok          404       404   ok
  enterPaperDots        401  403      403         404      ok          404       404   ok
  clearPaperDots        401  403      403         404      ok          404       404   ok
  declarePriorities     401  403      403         404      ok          404       404   ok
  castVote              401  403      ok          404      403         404       404   403
  withdrawVote          401  403      ok          404      403         404       404   403
  startBallotImport     401  403      403         404      ok          404       404   ok
  addBallotImportPiece  401  403      403         404      ok          404       404   ok
  checkBallotImport     401  403      403         404      ok          404       404   ok
  applyBallotImport     401  403      403         404      ok          404       404   ok

  brief                 404  ok       ok          404      ok          404       ok    ok
  testCycle             404  ok       ok          404      ok          404       ok    ok
  createBrief           401  403      403         403      403         403       ok    ok
  updateBrief           401  403      403         403      403         403       ok    ok
  changeBriefStatus     401  403      403         403      403         403       ok    ok
  publishBrief          401  403      403         403      403         403       ok    ok
  joinStatement         401  403      403         403      403         403       404   ok
  leaveStatement        401  403      403         403      403         403       ok    ok
  joinIdea              401  403      403         403      403         403       404   ok
  leaveIdea             401  403      403         403      403         403       ok    ok
  joinMeasure           401  403      403         403      403         403       ok    ok
  leaveMeasure          401  403      403         403      403         403       ok    ok
  measureConsequence    401  403      403         403      403         403       404   ok
  addContributor        401  403      403         403      403         403       ok    ok
  removeContributor     401  403      403         403      403         403       ok    ok
  addDriver             401  403      403         403      403         403       ok    ok
  editDriver            401  403      403         403      403         403       ok    ok
  moveDriver            401  403      403         403      403         403       ok    ok
  removeDriver          401  403      403         403      403         403       ok    ok
  addBriefUpdate        401  403      403         403      403         403       ok    ok
  watchFor              401  403      403         403      403         403       404   ok
  dropWatchFor          401  403      403         403      403         403       ok    ok
  commentOnBrief        401  403      ok          404      ok          404       ok    ok
  withdrawBriefComment  401  403      ok          404      403         404       ok    ok
  reportBriefComment    401  403      ok          404      ok          404       ok    ok
  hideBriefComment      401  403      403         403      403         403       ok    ok
  showBriefComment      401  403      403         403      403         403       ok    ok
  addTestTeam           401  403      403         403      403         403       ok    ok
  updateTestTeam        401  403      403         403      403         403       ok    ok
  planCycle             401  403      403         403      403         403       ok    ok
  updateCycle           401  403      403         403      403         403       ok    ok
  moveCycle             401  403      403         403      403         403       ok    ok
  finishCycle           401  403      403         403      403         403       ok    ok`

const CODES: Record<string, string[]> = {
  ok: [],
  null: [],
  no: [],
  '401': ['UNAUTHENTICATED'],
  '403': ['FORBIDDEN'],
  '404': ['NOT_FOUND'],
}

const rows = readTable(MATRIX).map(([field = '', ...cells]) => ({
  field,
  cells: ROLES.map((role, at) => ({ role, cell: cells[at] ?? '' })),
}))

const schema = createSchema()
const mutations = new Set(Object.keys(schema.getMutationType()?.getFields() ?? {}))
const fields = [...Object.keys(schema.getQueryType()?.getFields() ?? {}), ...mutations]

test('every query and mutation of the contract has a row and a call', () => {
  expect(rows.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
  expect(Object.keys(ROOT_CALLS).toSorted()).toEqual(fields.toSorted())
  expect(rows.flatMap(({ cells }) => cells).filter(({ cell }) => !(cell in CODES))).toEqual([])
})

async function ask(field: string, role: Role, call: string | undefined) {
  const operation = `${mutations.has(field) ? 'mutation' : 'query'} { ${call} }`
  const { data, codes } = await world.run<Record<string, Answer>>(operation, {}, cast[role])
  return { answer: data?.[field] ?? null, codes }
}
type Answer = { __typename?: string } | null

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

test.each(rows)('$field: who may not, changes nothing and learns nothing', async ({ field, cells }) => {
  const scene = field in BEFORE ? await openScene(world, cast) : untouched
  await BEFORE[field]?.(scene)
  const call = ROOT_CALLS[field]?.(scene)
  const before = await checksum(world.db)
  for (const { role, cell } of cells.filter(({ cell }) => cell !== 'ok')) {
    const no = { answer: cell === 'no' ? { __typename: 'Refusal' } : null, codes: CODES[cell] }
    expect([role, await ask(field, role, call)]).toEqual([role, no])
    // What is hidden from somebody answers as what does not exist.
    if (cell === '403' || cell === 'no') continue
    const nowhere = call?.replace(UUID, () => v7())
    expect([role, await ask(field, role, nowhere)]).toEqual([role, no])
  }
  expect(await checksum(world.db)).toBe(before)
})

test.each(rows)('$field: who may, can', async ({ field, cells }) => {
  let scene: Scene | undefined
  for (const { role } of cells.filter(({ cell }) => cell === 'ok')) {
    let tried = scene && (await ask(field, role, ROOT_CALLS[field]?.(scene)))
    // What one has done may be done: the next one then finds a scene of their own.
    if (tried === undefined || !succeeded(field, tried.answer)) {
      scene = await openScene(world, cast)
      await BEFORE[field]?.(scene)
      tried = await ask(field, role, ROOT_CALLS[field]?.(scene))
    }
    expect([role, tried.codes]).toEqual([role, []])
    expect([role, succeeded(field, tried.answer), tried.answer]).toEqual([role, true, tried.answer])
  }
})

function succeeded(field: string, answer: Answer): boolean {
  return mutations.has(field) ? answer?.__typename?.endsWith('Success') === true : answer !== null
}
