import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { BRIEF_CALLS } from '#tests/support/brief-calls.ts'
import { checksum } from '#tests/support/checksum.ts'
import { MEASURE_CALLS } from '#tests/support/measure-calls.ts'
import { type Cast, openCast, openScene, ROLES, type Role, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Who may do what: every query and mutation of the contract, for everybody, on a real database. */

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

/** The call of each root field in a scene. What it selects is chosen by the type of its answer. */
const CALLS: Record<string, (scene: Scene) => string> = {
  viewer: () => 'viewer { id }',
  staff: () => 'staff { totalCount }',
  projects: () => 'projects { totalCount }',
  project: ({ project }) => `project(id: "${project.id}") { id title challenge }`,
  workshop: ({ workshop }) => `workshop(slug: "${workshop.slug}") { id title }`,
  workshops: () => 'workshops { totalCount }',
  publishedWorkshops: () => 'publishedWorkshops { totalCount }',
  issue: ({ issues }) => `issue(id: "${issues.own.id}") { title }`,
  statement: ({ statements }) => `statement(id: "${statements.other.id}") { title }`,
  idea: ({ ideas }) => `idea(id: "${ideas.own.id}") { text }`,
  critique: ({ critiques }) => `critique(id: "${critiques.own.id}") { text }`,
  search: () => `search(query: "words") { hasMore }`,
  provenance: ({ issues }) => `provenance(kind: ISSUE, id: "${issues.own.id}") { of { id } }`,
  similarTo: ({ issues }) => `similarTo(id: "${issues.own.id}") { id }`,
  round: ({ rounds }) => `round(id: "${rounds.closed.id}") { title }`,
  ballotImport: ({ importId }) => `ballotImport(id: "${importId}") { fileName }`,

  renameViewer: () => `renameViewer(name: "Somebody") { __typename }`,
  inviteStaff: () => `inviteStaff(input: { email: "${v7()}@example.org", role: STAFF }) { __typename }`,
  changePlatformRole: ({ target }) =>
    `changePlatformRole(personId: "${target.id}", role: ADMIN) { __typename }`,
  removeStaff: ({ target }) => `removeStaff(personId: "${target.id}") { __typename }`,
  erasureRequests: () => 'erasureRequests { totalCount }',
  requestErasure: ({ seats }) => `requestErasure(seatId: "${seats.target.id}") { __typename }`,
  erasePerson: ({ target }) => `erasePerson(personId: "${target.id}") { __typename }`,

  createProject: () => `createProject(input: { title: "P", challenge: "C?", areas: ["A"] }) { __typename }`,
  updateProject: ({ project }) => `updateProject(input: { id: "${project.id}", title: "Q" }) { __typename }`,
  addArea: ({ project }) => `addArea(projectId: "${project.id}", name: "New") { __typename }`,
  renameArea: ({ areas }) => `renameArea(areaId: "${areas[0]?.id}", name: "New") { __typename }`,
  removeArea: ({ areas }) => `removeArea(areaId: "${areas[2]?.id}") { __typename }`,
  changePhase: ({ project }) =>
    `changePhase(input: { projectId: "${project.id}", from: DISCOVERY, to: DEVELOPMENT }) { __typename }`,

  createWorkshop: ({ project }) =>
    `createWorkshop(input: { projectId: "${project.id}", title: "W", startsOn: "2026-01-01", endsOn: "2026-01-02", template: EMPTY }) { __typename }`,
  duplicateWorkshop: ({ workshopId }) =>
    `duplicateWorkshop(input: { workshopId: "${workshopId}", title: "W", startsOn: "2026-01-01" }) { __typename }`,
  updateWorkshop: ({ workshopId }) =>
    `updateWorkshop(input: { id: "${workshopId}", title: "Other" }) { __typename }`,
  archiveWorkshop: ({ workshopId }) => `archiveWorkshop(id: "${workshopId}", archived: true) { __typename }`,
  deleteWorkshop: ({ workshopId }) => `deleteWorkshop(id: "${workshopId}") { __typename }`,
  restoreWorkshop: ({ workshopId }) => `restoreWorkshop(id: "${workshopId}") { __typename }`,
  publishWorkshop: ({ workshopId }) => `publishWorkshop(id: "${workshopId}", published: true) { __typename }`,
  regenerateRoomCode: ({ workshopId }) => `regenerateRoomCode(id: "${workshopId}") { __typename }`,
  setRoomOpen: ({ workshopId }) => `setRoomOpen(id: "${workshopId}", open: false) { __typename }`,
  addTable: ({ workshopId }) => `addTable(input: { workshopId: "${workshopId}", code: "Z" }) { __typename }`,
  updateTable: ({ tables }) => `updateTable(input: { id: "${tables[0]?.id}", name: "T" }) { __typename }`,
  removeTable: ({ tables }) => `removeTable(tableId: "${tables[1]?.id}") { __typename }`,

  joinWorkshop: ({ workshop }) =>
    `joinWorkshop(input: { code: "${workshop.roomCode}", displayName: "N" }) { __typename }`,
  inviteParticipants: ({ workshopId }) =>
    `inviteParticipants(input: { workshopId: "${workshopId}", lines: "x@example.org", dryRun: false }) { __typename }`,
  moveSeat: ({ seats }) => `moveSeat(seatId: "${seats.target.id}") { __typename }`,
  changeSeatRole: ({ seats }) =>
    `changeSeatRole(seatId: "${seats.target.id}", role: OBSERVER) { __typename }`,
  addFacilitator: ({ workshopId, target }) =>
    `addFacilitator(workshopId: "${workshopId}", personId: "${target.id}") { __typename }`,
  removeSeat: ({ seats }) => `removeSeat(seatId: "${seats.target.id}") { __typename }`,
  renameSeat: ({ seats }) => `renameSeat(seatId: "${seats.participant.id}", displayName: "N") { __typename }`,

  addStep: ({ workshopId }) =>
    `addStep(input: { workshopId: "${workshopId}", title: "S", activity: TALK }) { __typename }`,
  updateStep: ({ steps }) => `updateStep(input: { id: "${steps[0]?.id}", title: "S" }) { __typename }`,
  removeStep: ({ steps }) => `removeStep(stepId: "${steps[2]?.id}") { __typename }`,
  moveStep: ({ steps }) => `moveStep(stepId: "${steps[2]?.id}", toIndex: 0) { __typename }`,
  changeStep: ({ steps }) => `changeStep(stepId: "${steps[2]?.id}", from: PLANNED, to: OPEN) { __typename }`,

  writeIssue: ({ workshopId, areas }) =>
    `writeIssue(input: { id: "${v7()}", workshopId: "${workshopId}", areaId: "${areas[0]?.id}", title: "I" }) { __typename }`,
  editIssue: ({ issues }) => `editIssue(input: { id: "${issues.own.id}", title: "I" }) { __typename }`,
  withdrawIssue: ({ issues }) => `withdrawIssue(issueId: "${issues.own.id}") { __typename }`,
  restoreIssue: ({ issues }) => `restoreIssue(issueId: "${issues.withdrawn.id}") { __typename }`,
  decideIssue: ({ issues }) =>
    `decideIssue(input: { issueId: "${issues.own.id}", state: NOT_CHOSEN }) { __typename }`,
  mergeIssues: ({ issues }) =>
    `mergeIssues(intoId: "${issues.own.id}", issueIds: ["${issues.other.id}"]) { __typename }`,
  unmergeIssue: ({ issues }) => `unmergeIssue(issueId: "${issues.merged.id}") { __typename }`,
  hideIssue: ({ issues }) => `hideIssue(issueId: "${issues.own.id}", reason: "R") { __typename }`,
  showIssue: ({ issues }) => `showIssue(issueId: "${issues.hidden.id}") { __typename }`,

  placeCard: ({ issues }) => `placeCard(input: { issueId: "${issues.own.id}", x: 1, y: 2 }) { __typename }`,
  tidyBoard: ({ workshopId }) => `tidyBoard(workshopId: "${workshopId}", frames: AREAS) { __typename }`,
  setWallView: () => `setWallView(view: BOARD) { __typename }`,

  writeStatement: ({ workshopId, priorityId }) =>
    `writeStatement(input: { id: "${v7()}", workshopId: "${workshopId}", priorityIds: ["${priorityId}"], title: "S" }) { __typename }`,
  rewordStatement: ({ statements }) =>
    `rewordStatement(input: { id: "${statements.own.id}", title: "S" }) { __typename }`,
  withdrawStatement: ({ statements }) =>
    `withdrawStatement(statementId: "${statements.own.id}") { __typename }`,
  restoreStatement: ({ statements }) =>
    `restoreStatement(statementId: "${statements.withdrawn.id}") { __typename }`,
  markSimilar: ({ statements }) =>
    `markSimilar(statementId: "${statements.own.id}", similarId: "${statements.other.id}") { __typename }`,
  unmarkSimilar: ({ statements }) =>
    `unmarkSimilar(statementId: "${statements.similar.id}", similarId: "${statements.other.id}") { __typename }`,
  writeReason: ({ statements }) =>
    `writeReason(input: { id: "${v7()}", statementId: "${statements.own.id}", text: "R" }) { __typename }`,
  editReason: ({ reasons }) => `editReason(reasonId: "${reasons.own.id}", text: "R") { __typename }`,
  withdrawReason: ({ reasons }) => `withdrawReason(reasonId: "${reasons.own.id}") { __typename }`,
  restoreReason: ({ reasons }) => `restoreReason(reasonId: "${reasons.withdrawn.id}") { __typename }`,
  showReasonFirst: ({ reasons }) =>
    `showReasonFirst(reasonId: "${reasons.own.id}", first: true) { __typename }`,
  writeIdea: ({ statements }) =>
    `writeIdea(input: { id: "${v7()}", statementId: "${statements.other.id}", horizon: ONE_YEAR, text: "I" }) { __typename }`,
  editIdea: ({ ideas }) => `editIdea(input: { id: "${ideas.own.id}", text: "I" }) { __typename }`,
  withdrawIdea: ({ ideas }) => `withdrawIdea(ideaId: "${ideas.other.id}") { __typename }`,
  restoreIdea: ({ ideas }) => `restoreIdea(ideaId: "${ideas.withdrawn.id}") { __typename }`,
  supportIdea: ({ ideas }) => `supportIdea(ideaId: "${ideas.own.id}", supported: true) { __typename }`,
  mergeIdeas: ({ ideas }) =>
    `mergeIdeas(intoId: "${ideas.own.id}", ideaIds: ["${ideas.other.id}"]) { __typename }`,
  unmergeIdea: ({ ideas }) => `unmergeIdea(ideaId: "${ideas.merged.id}") { __typename }`,
  hideIdea: ({ ideas }) => `hideIdea(ideaId: "${ideas.own.id}", reason: "R") { __typename }`,
  showIdea: ({ ideas }) => `showIdea(ideaId: "${ideas.hidden.id}") { __typename }`,

  writeCritique: ({ ideas }) =>
    `writeCritique(input: { id: "${v7()}", ideaId: "${ideas.own.id}", kind: BUILD, text: "C" }) { __typename }`,
  answerCritique: ({ critiques }) =>
    `answerCritique(input: { id: "${v7()}", parentId: "${critiques.other.id}", text: "C" }) { __typename }`,
  editCritique: ({ critiques }) =>
    `editCritique(input: { id: "${critiques.own.id}", text: "C" }) { __typename }`,
  withdrawCritique: ({ critiques }) => `withdrawCritique(critiqueId: "${critiques.own.id}") { __typename }`,
  resolveCritique: ({ critiques }) => `resolveCritique(critiqueId: "${critiques.other.id}") { __typename }`,
  reopenCritique: ({ critiques }) => `reopenCritique(critiqueId: "${critiques.resolved.id}") { __typename }`,
  report: ({ critiques }) =>
    `report(input: { id: "${v7()}", critiqueId: "${critiques.other.id}", reason: "R" }) { __typename }`,
  settleReport: ({ reportId }) => `settleReport(reportId: "${reportId}") { __typename }`,
  hideCritique: ({ critiques }) =>
    `hideCritique(critiqueId: "${critiques.other.id}", reason: "R") { __typename }`,
  showCritique: ({ critiques }) => `showCritique(critiqueId: "${critiques.hidden.id}") { __typename }`,
  hideName: ({ critiques }) => `hideName(critiqueId: "${critiques.other.id}", hidden: true) { __typename }`,
  setDiscussion: ({ workshopId }) =>
    `setDiscussion(input: { workshopId: "${workshopId}", namesShown: TABLES }) { __typename }`,
  setDigest: () => `setDigest(digest: WEEKLY) { __typename }`,
  stopDigest: ({ stopToken }) => `stopDigest(token: "${stopToken}") { __typename }`,

  ...MEASURE_CALLS,

  createRound: ({ workshopId }) => `createRound(input: { workshopId: "${workshopId}" }) { __typename }`,
  updateRound: ({ rounds }) =>
    `updateRound(input: { id: "${rounds.draft.id}", dotsPerVoter: 3 }) { __typename }`,
  discardRound: ({ rounds }) => `discardRound(roundId: "${rounds.draft.id}") { __typename }`,
  openRound: ({ rounds }) => `openRound(roundId: "${rounds.draft.id}") { __typename }`,
  closeRound: ({ rounds }) => `closeRound(roundId: "${rounds.open.id}") { __typename }`,
  enterPaperDots: ({ rounds, option }) =>
    `enterPaperDots(input: { roundId: "${rounds.open.id}", entry: FIRST, figures: [{ optionId: "${option.open}", dots: 1 }] }) { __typename }`,
  clearPaperDots: ({ rounds }) => `clearPaperDots(roundId: "${rounds.open.id}") { __typename }`,
  declarePriorities: ({ rounds, option }) =>
    `declarePriorities(input: { roundId: "${rounds.closed.id}", optionIds: ["${option.closed}"], reason: "R" }) { __typename }`,
  castVote: ({ workshopId, option }) =>
    `castVote(workshopId: "${workshopId}", optionId: "${option.open}") { __typename }`,
  withdrawVote: ({ workshopId, option }) =>
    `withdrawVote(workshopId: "${workshopId}", optionId: "${option.open}") { __typename }`,
  startBallotImport: ({ rounds }) =>
    `startBallotImport(input: { id: "${v7()}", roundId: "${rounds.open.id}", kind: BALLOTS, fileName: "f.csv" }) { __typename }`,
  addBallotImportPiece: ({ importId }) =>
    `addBallotImportPiece(importId: "${importId}", number: 1, text: "x") { __typename }`,
  checkBallotImport: ({ importId }) => `checkBallotImport(importId: "${importId}") { __typename }`,
  applyBallotImport: ({ importId }) => `applyBallotImport(importId: "${importId}") { __typename }`,

  ...BRIEF_CALLS,
}

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
  measure               401  403      403         403      403         403       ok    ok
  ballotImport          401  403      403         404      ok          404       404   ok

  renameViewer          401  ok       ok          ok       ok          ok        ok    ok
  inviteStaff           401  403      403         403      403         403       403   ok
  changePlatformRole    401  403      403         403      403         403       403   ok
  removeStaff           401  403      403         403      403         403       403   ok
  erasureRequests       401  403      403         403      403         403       403   ok
  requestErasure        401  403      403         404      ok          404       404   ok
  erasePerson           401  403      403         403      403         403       403   ok

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
  regenerateRoomCode    401  403      403         404      ok          404       404   ok
  setRoomOpen           401  403      403         404      ok          404       404   ok
  addTable              401  403      403         404      ok          404       404   ok
  updateTable           401  403      403         404      ok          404       404   ok
  removeTable           401  403      403         404      ok          404       404   ok

  joinWorkshop          ok   ok       ok          ok       ok          ok        ok    403
  inviteParticipants    401  403      403         404      ok          404       404   ok
  moveSeat              401  403      403         404      ok          404       404   ok
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
  mergeIssues           401  403      403         404      ok          404       404   ok
  unmergeIssue          401  403      403         404      ok          404       404   ok
  hideIssue             401  403      403         404      ok          404       404   ok
  showIssue             401  403      403         404      ok          404       404   ok

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
  showIdea              401  403      403         404      ok          404       404   ok

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

const rows = MATRIX.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map((line) => {
    const [field = '', ...cells] = line.split(/\s+/)
    return { field, cells: ROLES.map((role, at) => ({ role, cell: cells[at] ?? '' })) }
  })

const schema = createSchema()
const mutations = new Set(Object.keys(schema.getMutationType()?.getFields() ?? {}))
const fields = [...Object.keys(schema.getQueryType()?.getFields() ?? {}), ...mutations]

test('every query and mutation of the contract has a row and a call', () => {
  expect(rows.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
  expect(Object.keys(CALLS).toSorted()).toEqual(fields.toSorted())
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
  const scene = await openScene(world, cast)
  await BEFORE[field]?.(scene)
  const call = CALLS[field]?.(scene)
  const before = await checksum(world.db)
  for (const { role, cell } of cells.filter(({ cell }) => cell !== 'ok')) {
    const no = { answer: cell === 'no' ? { __typename: 'Refusal' } : null, codes: CODES[cell] }
    expect([role, await ask(field, role, call)]).toEqual([role, no])
    // What is hidden from somebody answers as what does not exist.
    if (cell === '403' || cell === 'no') continue
    expect([
      role,
      await ask(
        field,
        role,
        call?.replace(UUID, () => v7()),
      ),
    ]).toEqual([role, no])
  }
  expect(await checksum(world.db)).toBe(before)
})

test.each(rows)('$field: who may, can', async ({ field, cells }) => {
  let scene: Scene | undefined
  for (const { role } of cells.filter(({ cell }) => cell === 'ok')) {
    let tried = scene && (await ask(field, role, CALLS[field]?.(scene)))
    // What one has done may be done: the next one then finds a scene of their own.
    if (tried === undefined || !succeeded(field, tried.answer)) {
      scene = await openScene(world, cast)
      await BEFORE[field]?.(scene)
      tried = await ask(field, role, CALLS[field]?.(scene))
    }
    expect([role, tried.codes]).toEqual([role, []])
    expect([role, succeeded(field, tried.answer), tried.answer]).toEqual([role, true, tried.answer])
  }
})

function succeeded(field: string, answer: Answer): boolean {
  return mutations.has(field) ? answer?.__typename?.endsWith('Success') === true : answer !== null
}
