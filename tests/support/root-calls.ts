import { v7 } from 'uuid'
import { BRIEF_CALLS } from './brief-calls.ts'
import { MEASURE_CALLS } from './measure-calls.ts'
import type { Scene } from './scene.ts'

/** The call of each root field in a scene. What it selects is chosen by the type of its answer. */
export const ROOT_CALLS: Record<string, (scene: Scene) => string> = {
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

  removals: () => 'removals(since: "2017-07-13T00:00:00Z") { totalCount }',
  grant: () => 'grant { prefix }',
  exports: () => 'exports { name }',
  partnerTokens: () => 'partnerTokens { totalCount edges { node { id state } } }',
  partnerToken: ({ partnerTokenId }) =>
    `partnerToken(id: "${partnerTokenId}") { id usage { day } topOperations { name } }`,
  createToken: () =>
    'createToken(input: { organisation: "O", scopes: [CONTENT], allPublished: true }) { __typename }',
  rotateToken: ({ partnerTokenId }) => `rotateToken(input: { id: "${partnerTokenId}" }) { __typename }`,
  webhooks: () => 'webhooks { id url }',
  registerWebhook: ({ partnerTokenId }) =>
    `registerWebhook(input: { tokenId: "${partnerTokenId}", url: "https://${v7()}.example.org/" }) { __typename }`,
  renewWebhookSecret: ({ webhookId }) => `renewWebhookSecret(id: "${webhookId}") { __typename }`,
  pauseWebhook: ({ webhookId }) => `pauseWebhook(id: "${webhookId}") { __typename }`,
  resumeWebhook: ({ webhookId }) => `resumeWebhook(id: "${webhookId}") { __typename }`,
  removeWebhook: ({ webhookId }) => `removeWebhook(id: "${webhookId}") { __typename }`,
  testWebhook: ({ webhookId }) => `testWebhook(id: "${webhookId}") { __typename }`,
  revokeToken: ({ partnerTokenId }) => `revokeToken(id: "${partnerTokenId}") { __typename }`,

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
  setEmbedOrigins: ({ workshopId }) =>
    `setEmbedOrigins(workshopId: "${workshopId}", origins: ["https://www.example.org"]) { __typename }`,
  setRoomOpen: ({ workshopId }) => `setRoomOpen(id: "${workshopId}", open: false) { __typename }`,
  addTable: ({ workshopId }) => `addTable(input: { workshopId: "${workshopId}", code: "Z" }) { __typename }`,
  updateTable: ({ tables }) => `updateTable(input: { id: "${tables[0]?.id}", name: "T" }) { __typename }`,
  removeTable: ({ tables }) => `removeTable(tableId: "${tables[1]?.id}") { __typename }`,

  joinWorkshop: ({ workshop }) =>
    `joinWorkshop(input: { code: "${workshop.roomCode}", displayName: "N" }) { __typename }`,
  importTexts: ({ workshopId, areas }) =>
    `importTexts(input: { id: "${v7()}", workshopId: "${workshopId}", kind: ISSUES, text: "I", areaId: "${areas[0]?.id}", dryRun: false }) { __typename }`,
  inviteParticipants: ({ workshopId }) =>
    `inviteParticipants(input: { workshopId: "${workshopId}", lines: "x@example.org", dryRun: false }) { __typename }`,
  moveSeat: ({ seats }) => `moveSeat(seatId: "${seats.target.id}") { __typename }`,
  moveSeats: ({ seats }) => `moveSeats(moves: [{ seatId: "${seats.target.id}" }]) { __typename }`,
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
  decideIssues: ({ issues }) =>
    `decideIssues(decisions: [{ issueId: "${issues.own.id}", state: NOT_CHOSEN }]) { __typename }`,
  mergeIssues: ({ issues }) =>
    `mergeIssues(intoId: "${issues.own.id}", issueIds: ["${issues.other.id}"]) { __typename }`,
  unmergeIssue: ({ issues }) => `unmergeIssue(issueId: "${issues.merged.id}") { __typename }`,
  hideIssue: ({ issues }) => `hideIssue(issueId: "${issues.own.id}", reason: "R") { __typename }`,
  hideIssues: ({ issues }) => `hideIssues(issueIds: ["${issues.own.id}"], reason: "R") { __typename }`,
  showIssues: ({ issues }) => `showIssues(issueIds: ["${issues.hidden.id}"]) { __typename }`,
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
  checkIn: ({ ideas }) => `checkIn(input: { ideaId: "${ideas.own.id}", outcome: DONE }) { __typename }`,
  hideIdea: ({ ideas }) => `hideIdea(ideaId: "${ideas.own.id}", reason: "R") { __typename }`,
  hideIdeas: ({ ideas }) => `hideIdeas(ideaIds: ["${ideas.own.id}"], reason: "R") { __typename }`,
  showIdeas: ({ ideas }) => `showIdeas(ideaIds: ["${ideas.hidden.id}"]) { __typename }`,
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

  writeUp: ({ workshop }) => `writeUp(slug: "${workshop.slug}") { title }`,
  writeWriteUpText: ({ workshopId }) =>
    `writeWriteUpText(input: { id: "${v7()}", workshopId: "${workshopId}", section: NEXT, text: "T" }) { __typename }`,
  publishWriteUp: ({ workshopId }) =>
    `publishWriteUp(input: { workshopId: "${workshopId}", audience: LINK }) { __typename }`,
  importWorkshop: ({ project }) =>
    `importWorkshop(input: { id: "${v7()}", projectId: "${project.id}", archive: "{}", dryRun: true }) { __typename }`,
  withdrawWriteUp: ({ workshopId }) => `withdrawWriteUp(workshopId: "${workshopId}") { __typename }`,

  ...MEASURE_CALLS,

  createRound: ({ workshopId }) => `createRound(input: { workshopId: "${workshopId}" }) { __typename }`,
  statePublishedFigures: ({ rounds }) =>
    `statePublishedFigures(input: { roundId: "${rounds.closed.id}", options: 17, dots: 154 }) { __typename }`,
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
