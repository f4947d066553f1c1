import { v7 } from 'uuid'
import { LIMITS } from '#domain/text.ts'
import type { Role, Scene } from './scene.ts'

/** A place where somebody sends text: its path in the contract, and the call with TEXT in it. */
export type Place = { path: string; as: Role; call: (scene: Scene) => string }

/** A place whose text is kept: where the answer shows it, and by which rule it is read. */
export type KeptPlace = Place & {
  shown: string
  max: number
  lines: boolean
  optional: boolean
  once: boolean
}

/** What words in capitals stand for in a call. */
function fill(call: string, scene: Scene): string {
  const { workshopId, project, areas, tables, steps, issues, seats, rounds, option, importId, workshop } =
    scene
  const { priorityId, statements, reasons, ideas, critiques } = scene
  const ids: Record<string, string | undefined> = {
    WORKSHOP: workshopId,
    PROJECT: project.id,
    AREA: areas[0]?.id,
    TABLE: tables[0]?.id,
    STEP: steps[0]?.id,
    OWN: issues.own.id,
    OTHER: issues.other.id,
    SEAT: seats.participant.id,
    DRAFT: rounds.draft.id,
    OPEN: rounds.open.id,
    CLOSED: rounds.closed.id,
    OPTION: option.closed,
    IMPORT: importId,
    PRIORITY: priorityId,
    STATEMENT: statements.own.id,
    SIMILAR: statements.similar.id,
    REASON: reasons.own.id,
    IDEA: ideas.own.id,
    ASIDE: ideas.other.id,
    SAID: critiques.own.id,
    COMMENT: critiques.other.id,
    SPARE: critiques.spare.id,
    BRIEF: scene.briefId,
    REMARK: scene.commentId,
    DRIVER: scene.drivers.primary.id,
    CONSEQUENCE: scene.consequences.free.id,
    TEAM: scene.teamId,
    PLAN: scene.cycles.plan.id,
    DO: scene.cycles.do.id,
    STUDY: scene.cycles.study.id,
    ACT: scene.cycles.act.id,
    MEASURE: scene.measure.id,
    POINT: scene.measure.points.first.id,
    PARTNER: scene.partnerTokenId,
    CODE: workshop.roomCode,
    SLUG: workshop.slug,
    NEW: v7(),
    MAIL: `${v7()}@example.org`,
    DAYS: '2026-01-01", endsOn: "2026-01-02',
  }
  return call.replace(/"([A-Z]+)"/g, (word, name: string) =>
    ids[name] === undefined ? word : `"${ids[name]}"`,
  )
}

// `lines`: may have several; `optional`: nothing is no fault; `once`: makes something each time, so a few texts must do.
const KEPT_TABLE = `
renameViewer.name | stranger | viewer.name | displayName | | renameViewer(name: TEXT)
CreateMeasureInput.title | staff | measure.title | measureTitle | once | createMeasure(input: { projectId: "PROJECT", kind: OUTCOME, direction: UP, title: TEXT })
CreateMeasureInput.unit | staff | measure.unit | unit | optional once | createMeasure(input: { projectId: "PROJECT", kind: OUTCOME, direction: UP, title: "M", unit: TEXT })
CreateMeasureInput.definition | staff | measure.definition | definition | lines optional once | createMeasure(input: { projectId: "PROJECT", kind: OUTCOME, direction: UP, title: "M", definition: TEXT })
UpdateMeasureInput.title | staff | measure.title | measureTitle | | updateMeasure(input: { id: "MEASURE", title: TEXT })
UpdateMeasureInput.unit | staff | measure.unit | unit | optional | updateMeasure(input: { id: "MEASURE", unit: TEXT })
UpdateMeasureInput.definition | staff | measure.definition | definition | lines optional | updateMeasure(input: { id: "MEASURE", definition: TEXT })
AnnotateMeasureInput.text | staff | annotation.text | annotation | | annotateMeasure(input: { measureId: "MEASURE", day: "2026-01-01", text: TEXT })
WriteIssueInput.title | participant | issue.title | issueTitle | lines | writeIssue(input: { id: "NEW", workshopId: "WORKSHOP", areaId: "AREA", title: TEXT })
EditIssueInput.title | participant | issue.title | issueTitle | lines | editIssue(input: { id: "OWN", title: TEXT })
DecideIssueInput.reason | participant | issue.stateReason | reason | lines optional | decideIssue(input: { issueId: "OWN", state: NOT_CHOSEN, reason: TEXT })
hideIssue.reason | facilitator | issue.hiddenReason | reason | lines | hideIssue(issueId: "OTHER", reason: TEXT)
hideIssues.reason | facilitator | issues.0.hiddenReason | reason | lines | hideIssues(issueIds: ["OTHER"], reason: TEXT)
WriteStatementInput.title | participant | statement.title | statement | lines | writeStatement(input: { id: "NEW", workshopId: "WORKSHOP", priorityIds: ["PRIORITY"], title: TEXT })
RewordStatementInput.title | participant | statement.title | statement | lines | rewordStatement(input: { id: "STATEMENT", title: TEXT })
markSimilar.note | facilitator | statement.similar.0.note | reason | lines optional | markSimilar(statementId: "STATEMENT", similarId: "SIMILAR", note: TEXT)
WriteReasonInput.text | participant | reason.text | importantBecause | lines | writeReason(input: { id: "NEW", statementId: "STATEMENT", text: TEXT })
editReason.text | participant | reason.text | importantBecause | lines | editReason(reasonId: "REASON", text: TEXT)
WriteIdeaInput.text | participant | idea.text | idea | lines | writeIdea(input: { id: "NEW", statementId: "STATEMENT", horizon: ONE_YEAR, text: TEXT })
EditIdeaInput.text | participant | idea.text | idea | lines | editIdea(input: { id: "IDEA", text: TEXT })
CheckInInput.text | facilitator | checkIn.text | briefWords | lines optional | checkIn(input: { ideaId: "IDEA", outcome: DONE, text: TEXT })
hideIdea.reason | facilitator | idea.hiddenReason | reason | lines | hideIdea(ideaId: "ASIDE", reason: TEXT)
hideIdeas.reason | facilitator | ideas.0.hiddenReason | reason | lines | hideIdeas(ideaIds: ["ASIDE"], reason: TEXT)
WriteCritiqueInput.text | participant | critique.text | critique | lines | writeCritique(input: { id: "NEW", ideaId: "IDEA", kind: QUESTION, text: TEXT })
AnswerCritiqueInput.text | participant | critique.text | critique | lines | answerCritique(input: { id: "NEW", parentId: "COMMENT", text: TEXT })
EditCritiqueInput.text | participant | critique.text | critique | lines | editCritique(input: { id: "SAID", text: TEXT })
resolveCritique.note | participant | critique.resolvedNote | reason | lines optional | resolveCritique(critiqueId: "COMMENT", note: TEXT)
hideCritique.reason | facilitator | critique.hiddenReason | reason | lines | hideCritique(critiqueId: "SPARE", reason: TEXT)
WriteWriteUpTextInput.text | facilitator | writeUpText.text | writeUpText | lines optional | writeWriteUpText(input: { id: "NEW", workshopId: "WORKSHOP", section: NEXT, text: TEXT })
UpdateRoundInput.title | facilitator | round.title | stepTitle | | updateRound(input: { id: "DRAFT", title: TEXT })
CreateRoundInput.title | facilitator | round.title | stepTitle | once | createRound(input: { workshopId: "WORKSHOP", title: TEXT })
CreateRoundInput.reason | facilitator | round.replaceReason | reason | lines once | createRound(input: { workshopId: "WORKSHOP", replacesRoundId: "CLOSED", reason: TEXT })
DeclarePrioritiesInput.reason | facilitator | round.prioritiesReason | reason | lines optional | declarePriorities(input: { roundId: "CLOSED", optionIds: ["OPTION"], reason: TEXT })
StartBallotImportInput.fileName | facilitator | ballotImport.fileName | venue | | startBallotImport(input: { id: "NEW", roundId: "OPEN", kind: BALLOTS, fileName: TEXT })
CreateProjectInput.title | staff | project.title | projectTitle | once | createProject(input: { title: TEXT, challenge: "C?", areas: ["A"] })
CreateProjectInput.challenge | staff | project.challenge | challenge | lines once | createProject(input: { title: "T", challenge: TEXT, areas: ["A"] })
CreateProjectInput.areas | staff | project.areas.0.name | areaName | once | createProject(input: { title: "T", challenge: "C?", areas: [TEXT] })
UpdateProjectInput.title | staff | project.title | projectTitle | | updateProject(input: { id: "PROJECT", title: TEXT })
UpdateProjectInput.challenge | staff | project.challenge | challenge | lines | updateProject(input: { id: "PROJECT", challenge: TEXT })
renameArea.name | staff | area.name | areaName | | renameArea(areaId: "AREA", name: TEXT)
renameSeat.displayName | participant | seat.displayName | displayName | | renameSeat(seatId: "SEAT", displayName: TEXT)
JoinWorkshopInput.displayName | anon | seat.displayName | displayName | once | joinWorkshop(input: { code: "CODE", displayName: TEXT })
AddStepInput.title | facilitator | step.title | stepTitle | once | addStep(input: { workshopId: "WORKSHOP", activity: TALK, title: TEXT })
AddStepInput.instructions | facilitator | step.instructions | instructions | lines optional once | addStep(input: { workshopId: "WORKSHOP", activity: TALK, title: "T", instructions: TEXT })
UpdateStepInput.title | facilitator | step.title | stepTitle | | updateStep(input: { id: "STEP", title: TEXT })
UpdateStepInput.instructions | facilitator | step.instructions | instructions | lines optional | updateStep(input: { id: "STEP", instructions: TEXT })
CreateWorkshopInput.title | staff | workshop.title | workshopTitle | once | createWorkshop(input: { projectId: "PROJECT", startsOn: "DAYS", template: EMPTY, title: TEXT })
CreateWorkshopInput.description | staff | workshop.description | description | lines optional once | createWorkshop(input: { projectId: "PROJECT", startsOn: "DAYS", template: EMPTY, title: "T", description: TEXT })
CreateWorkshopInput.venue | staff | workshop.venue | venue | optional once | createWorkshop(input: { projectId: "PROJECT", startsOn: "DAYS", template: EMPTY, title: "T", venue: TEXT })
UpdateWorkshopInput.title | facilitator | workshop.title | workshopTitle | | updateWorkshop(input: { id: "WORKSHOP", title: TEXT })
UpdateWorkshopInput.description | facilitator | workshop.description | description | lines optional | updateWorkshop(input: { id: "WORKSHOP", description: TEXT })
UpdateWorkshopInput.venue | facilitator | workshop.venue | venue | optional | updateWorkshop(input: { id: "WORKSHOP", venue: TEXT })
DuplicateWorkshopInput.title | admin | workshop.title | workshopTitle | once | duplicateWorkshop(input: { workshopId: "WORKSHOP", startsOn: "2026-01-01", title: TEXT })
UpdateTableInput.name | facilitator | table.name | tableName | optional | updateTable(input: { id: "TABLE", name: TEXT })
CreateTokenInput.organisation | admin | partnerToken.organisation | organisation | once | createToken(input: { scopes: [RESULTS], allPublished: true, organisation: TEXT })
InviteStaffInput.name | admin | person.name | displayName | optional once | inviteStaff(input: { email: "MAIL", role: STAFF, name: TEXT })
CreateBriefInput.title | staff | brief.title | briefTitle | once | createBrief(input: { id: "NEW", projectId: "PROJECT", title: TEXT })
UpdateBriefInput.title | staff | brief.title | briefTitle | | updateBrief(input: { id: "BRIEF", title: TEXT })
UpdateBriefInput.why | staff | brief.why | briefWords | lines optional | updateBrief(input: { id: "BRIEF", why: TEXT })
UpdateBriefInput.ownerName | staff | brief.ownerName | displayName | optional | updateBrief(input: { id: "BRIEF", ownerName: TEXT })
BriefAimInput.howMuch | staff | brief.aim.howMuch | aim | lines optional | updateBrief(input: { id: "BRIEF", aim: { howMuch: TEXT } })
BriefAimInput.byWhen | staff | brief.aim.byWhen | aim | lines optional | updateBrief(input: { id: "BRIEF", aim: { byWhen: TEXT } })
BriefAimInput.forWhom | staff | brief.aim.forWhom | aim | lines optional | updateBrief(input: { id: "BRIEF", aim: { forWhom: TEXT } })
AddDriverInput.text | staff | driver.text | driver | once | addDriver(input: { id: "NEW", briefId: "BRIEF", text: TEXT })
editDriver.text | staff | driver.text | driver | | editDriver(driverId: "DRIVER", text: TEXT)
AddBriefUpdateInput.text | staff | briefUpdate.text | briefWords | lines | addBriefUpdate(input: { id: "NEW", briefId: "BRIEF", text: TEXT })
CommentOnBriefInput.text | participant | briefComment.text | critique | lines | commentOnBrief(input: { id: "NEW", briefId: "BRIEF", text: TEXT })
AddTestTeamInput.organisation | staff | testTeam.organisation | organisation | once | addTestTeam(input: { id: "NEW", briefId: "BRIEF", organisation: TEXT })
AddTestTeamInput.context | staff | testTeam.context | briefWords | lines optional once | addTestTeam(input: { id: "NEW", briefId: "BRIEF", organisation: "O", context: TEXT })
AddTestTeamInput.people | staff | testTeam.people | briefWords | lines optional once | addTestTeam(input: { id: "NEW", briefId: "BRIEF", organisation: "O", people: TEXT })
UpdateTestTeamInput.organisation | staff | testTeam.organisation | organisation | | updateTestTeam(input: { id: "TEAM", organisation: TEXT })
UpdateTestTeamInput.context | staff | testTeam.context | briefWords | lines optional | updateTestTeam(input: { id: "TEAM", context: TEXT })
UpdateTestTeamInput.people | staff | testTeam.people | briefWords | lines optional | updateTestTeam(input: { id: "TEAM", people: TEXT })
PlanCycleInput.question | staff | testCycle.question | cycleWords | lines optional once | planCycle(input: { id: "NEW", teamId: "TEAM", question: TEXT })
UpdateCycleInput.question | staff | testCycle.question | cycleWords | lines optional | updateCycle(input: { id: "PLAN", question: TEXT })
UpdateCycleInput.prediction | staff | testCycle.prediction | cycleWords | lines optional | updateCycle(input: { id: "PLAN", prediction: TEXT })
UpdateCycleInput.scale | staff | testCycle.scale | cycleWords | lines optional | updateCycle(input: { id: "PLAN", scale: TEXT })
UpdateCycleInput.setting | staff | testCycle.setting | cycleWords | lines optional | updateCycle(input: { id: "PLAN", setting: TEXT })
UpdateCycleInput.dataPlan | staff | testCycle.dataPlan | cycleWords | lines optional | updateCycle(input: { id: "PLAN", dataPlan: TEXT })
UpdateCycleInput.happened | staff | testCycle.happened | cycleWords | lines optional | updateCycle(input: { id: "DO", happened: TEXT })
UpdateCycleInput.comparison | staff | testCycle.comparison | cycleWords | lines optional | updateCycle(input: { id: "STUDY", comparison: TEXT })`

const READ_TABLE = `
Measure.points.after | staff | measure(id: "MEASURE") { points(after: TEXT) { totalCount } }
ImportMeasurePointsInput.text | staff | importMeasurePoints(input: { measureId: "MEASURE", dryRun: false, text: TEXT }) { __typename }
CorrectMeasurePointInput.reason | staff | correctMeasurePoint(input: { pointId: "POINT", value: 8, reason: TEXT }) { __typename }
removeMeasurePoint.reason | staff | removeMeasurePoint(pointId: "POINT", reason: TEXT) { __typename }
DeclareBaselineInput.reason | staff | declareBaseline(input: { measureId: "MEASURE", fromDay: "2026-01-04", reason: TEXT }) { __typename }
addBallotImportPiece.text | facilitator | addBallotImportPiece(importId: "IMPORT", number: 1, text: TEXT) { __typename }
InviteStaffInput.email | admin | inviteStaff(input: { role: STAFF, email: TEXT }) { __typename }
JoinWorkshopInput.code | anon | joinWorkshop(input: { displayName: "N", code: TEXT }) { __typename }
ImportTextsInput.text | facilitator | importTexts(input: { id: "NEW", workshopId: "WORKSHOP", kind: ISSUES, areaId: "AREA", dryRun: true, text: TEXT }) { __typename }
InviteParticipantsInput.lines | facilitator | inviteParticipants(input: { workshopId: "WORKSHOP", dryRun: true, lines: TEXT }) { __typename }
ChangePhaseInput.reason | staff | changePhase(input: { projectId: "PROJECT", from: DISCOVERY, to: DEVELOPMENT, reason: TEXT }) { __typename }
addArea.name | staff | addArea(projectId: "PROJECT", name: TEXT) { __typename }
AddTableInput.code | facilitator | addTable(input: { workshopId: "WORKSHOP", code: TEXT }) { __typename }
AddTableInput.name | facilitator | addTable(input: { workshopId: "WORKSHOP", code: "A", name: TEXT }) { __typename }
UpdateTableInput.code | facilitator | updateTable(input: { id: "TABLE", code: TEXT }) { __typename }
CreateWorkshopInput.timeZone | staff | createWorkshop(input: { projectId: "PROJECT", startsOn: "DAYS", template: EMPTY, title: "T", timeZone: TEXT }) { __typename }
UpdateWorkshopInput.timeZone | facilitator | updateWorkshop(input: { id: "WORKSHOP", timeZone: TEXT }) { __typename }
UpdateWorkshopInput.contactEmail | facilitator | updateWorkshop(input: { id: "WORKSHOP", contactEmail: TEXT }) { __typename }
Query.search.query | participant | search(query: TEXT) { hasMore hits { id } }
Query.workshop.slug | anon | workshop(slug: TEXT) { id }
requestErasure.reason | participant | requestErasure(reason: TEXT) { __typename }
ReportInput.reason | observer | report(input: { id: "NEW", critiqueId: "COMMENT", reason: TEXT }) { __typename }
ImportWorkshopInput.archive | staff | importWorkshop(input: { id: "NEW", projectId: "PROJECT", dryRun: false, archive: TEXT }) { __typename }
Query.writeUp.token | anon | writeUp(token: TEXT) { title }
Query.writeUp.slug | anon | writeUp(slug: TEXT) { title }
WriteUp.issues.after | facilitator | writeUp(slug: "SLUG") { issues(after: TEXT) { pageInfo { hasNextPage } } }
WriteUp.ideas.after | facilitator | writeUp(slug: "SLUG") { ideas(after: TEXT) { pageInfo { hasNextPage } } }
stopDigest.token | anon | stopDigest(token: TEXT) { __typename }
Workshop.reports.after | facilitator | workshop(slug: "SLUG") { reports(after: TEXT) { totalCount } }
Workshop.log.after | facilitator | workshop(slug: "SLUG") { log(after: TEXT) { totalCount } }
Query.erasureRequests.after | admin | erasureRequests(after: TEXT) { totalCount }
Query.staff.after | admin | staff(after: TEXT) { totalCount }
setEmbedOrigins.origins | facilitator | setEmbedOrigins(workshopId: "WORKSHOP", origins: [TEXT]) { __typename }
CreateTokenInput.origins | admin | createToken(input: { scopes: [RESULTS], allPublished: true, organisation: "O", origins: [TEXT] }) { __typename }
RegisterWebhookInput.url | admin | registerWebhook(input: { tokenId: "PARTNER", url: TEXT }) { __typename }
Webhook.deliveries.after | admin | partnerToken(id: "PARTNER") { webhooks { deliveries(after: TEXT) { totalCount } } }
Query.partnerTokens.after | admin | partnerTokens(after: TEXT) { totalCount }
Query.projects.after | staff | projects(after: TEXT) { totalCount }
Query.workshops.after | facilitator | workshops(after: TEXT) { totalCount }
Query.publishedWorkshops.after | anon | publishedWorkshops(after: TEXT) { totalCount }
Project.workshops.after | staff | project(id: "PROJECT") { workshops(after: TEXT) { totalCount } }
Viewer.seats.after | participant | viewer { seats(after: TEXT) { totalCount } }
Workshop.seats.after | facilitator | workshop(slug: "SLUG") { seats(after: TEXT) { totalCount } }
Workshop.issues.after | facilitator | workshop(slug: "SLUG") { issues(after: TEXT) { totalCount } }
SeatFilter.search | facilitator | workshop(slug: "SLUG") { seats(filter: { search: TEXT }) { totalCount edges { node { id } } } }
Workshop.critiques.after | facilitator | workshop(slug: "SLUG") { critiques(after: TEXT) { totalCount } }
Query.removals.after | admin | removals(since: "2017-07-13T00:00:00Z", after: TEXT) { totalCount }
Workshop.ideas.after | facilitator | workshop(slug: "SLUG") { ideas(after: TEXT, order: SUPPORT) { totalCount } }
IdeaFilter.search | facilitator | workshop(slug: "SLUG") { ideas(filter: { search: TEXT }) { totalCount edges { node { id } } } }
IssueFilter.search | facilitator | workshop(slug: "SLUG") { issues(filter: { search: TEXT }) { totalCount edges { node { id } } } }
ChangeBriefStatusInput.reason | staff | changeBriefStatus(input: { briefId: "BRIEF", from: PROPOSED, to: PARKED, reason: TEXT }) { __typename }
AddContributorInput.email | staff | addContributor(input: { briefId: "BRIEF", email: TEXT }) { __typename }
reportBriefComment.reason | participant | reportBriefComment(commentId: "REMARK", reason: TEXT) { __typename }
hideBriefComment.reason | staff | hideBriefComment(commentId: "REMARK", reason: TEXT) { __typename }
MeasureConsequenceInput.title | admin | measureConsequence(input: { briefId: "BRIEF", critiqueId: "CONSEQUENCE", title: TEXT }) { __typename }
WatchForInput.text | admin | watchFor(input: { briefId: "BRIEF", critiqueId: "CONSEQUENCE", text: TEXT }) { __typename }
MoveCycleInput.reason | staff | moveCycle(input: { cycleId: "DO", from: DO, to: PLAN, reason: TEXT }) { __typename }
FinishCycleInput.reason | staff | finishCycle(input: { cycleId: "ACT", decision: ADAPT, reason: TEXT }) { __typename }
Project.briefs.after | staff | project(id: "PROJECT") { briefs(after: TEXT) { totalCount } }`

const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

export const KEPT: KeptPlace[] = cellsOf(KEPT_TABLE).map(
  ([path = '', as = '', shown = '', limit = '', flags = '', call = '']) => ({
    path,
    as: as as Role,
    shown,
    max: LIMITS[limit as keyof typeof LIMITS],
    lines: flags.includes('lines'),
    optional: flags.includes('optional'),
    once: flags.includes('once'),
    call: (scene) =>
      fill(`${call} { __typename ... on Refusal { code field } ${selectionOf(call, shown)} }`, scene),
  }),
)

/** Places whose text is compared or looked for, and not shown as it came. */
export const READ: Place[] = cellsOf(READ_TABLE).map(([path = '', as = '', call = '']) => ({
  path,
  as: as as Role,
  call: (scene) => fill(call, scene),
}))

const SUCCESS: Record<string, string> = {
  viewer: 'RenameViewerSuccess',
  ballotImport: 'BallotImportSuccess',
  person: 'InviteStaffSuccess',
}

function selectionOf(call: string, shown: string): string {
  const [thing = '', ...path] = shown.split('.').filter((part) => !/^\d+$/.test(part))
  const joins = call.startsWith('joinWorkshop') ? 'JoinWorkshopSuccess' : undefined
  const type = joins ?? SUCCESS[thing] ?? `${thing.charAt(0).toUpperCase()}${thing.slice(1)}Success`
  const below = path.reduceRight((inner, part) => `{ ${part} ${inner} }`, '')
  return `... on ${type} { ${thing} ${below} }`
}
