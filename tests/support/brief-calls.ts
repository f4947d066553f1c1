import { v7 } from 'uuid'
import type { Scene } from './scene.ts'

/** The call of each root field about briefs, test teams and test cycles in a scene. */
export const BRIEF_CALLS: Record<string, (scene: Scene) => string> = {
  brief: ({ briefId }) => `brief(id: "${briefId}") { title }`,
  testCycle: ({ cycles }) => `testCycle(id: "${cycles.plan.id}") { state }`,
  createBrief: ({ project }) =>
    `createBrief(input: { id: "${v7()}", projectId: "${project.id}", title: "B" }) { __typename }`,
  updateBrief: ({ briefId }) => `updateBrief(input: { id: "${briefId}", title: "B" }) { __typename }`,
  changeBriefStatus: ({ briefId }) =>
    `changeBriefStatus(input: { briefId: "${briefId}", from: PROPOSED, to: ACTIVE }) { __typename }`,
  publishBrief: ({ briefId }) => `publishBrief(briefId: "${briefId}", published: false) { __typename }`,
  joinStatement: ({ briefId, statements }) =>
    `joinStatement(briefId: "${briefId}", statementId: "${statements.similar.id}") { __typename }`,
  leaveStatement: ({ briefId, statements }) =>
    `leaveStatement(briefId: "${briefId}", statementId: "${statements.own.id}") { __typename }`,
  joinIdea: ({ briefId, ideas }) =>
    `joinIdea(briefId: "${briefId}", ideaId: "${ideas.other.id}") { __typename }`,
  leaveIdea: ({ briefId, ideas }) =>
    `leaveIdea(briefId: "${briefId}", ideaId: "${ideas.own.id}") { __typename }`,
  joinMeasure: ({ briefId, measure }) =>
    `joinMeasure(briefId: "${briefId}", measureId: "${measure.id}") { __typename }`,
  leaveMeasure: ({ briefId, measure }) =>
    `leaveMeasure(briefId: "${briefId}", measureId: "${measure.id}") { __typename }`,
  measureConsequence: ({ briefId, consequences }) =>
    `measureConsequence(input: { briefId: "${briefId}", critiqueId: "${consequences.free.id}" }) { __typename }`,
  addContributor: ({ briefId }) =>
    `addContributor(input: { briefId: "${briefId}", email: "${v7()}@example.org" }) { __typename }`,
  removeContributor: ({ briefId, contributorId }) =>
    `removeContributor(briefId: "${briefId}", contributorId: "${contributorId}") { __typename }`,
  addDriver: ({ briefId }) =>
    `addDriver(input: { id: "${v7()}", briefId: "${briefId}", text: "D" }) { __typename }`,
  editDriver: ({ drivers }) => `editDriver(driverId: "${drivers.primary.id}", text: "D") { __typename }`,
  moveDriver: ({ drivers }) => `moveDriver(input: { id: "${drivers.other.id}", position: 0 }) { __typename }`,
  removeDriver: ({ drivers }) => `removeDriver(driverId: "${drivers.secondary.id}") { __typename }`,
  addBriefUpdate: ({ briefId }) =>
    `addBriefUpdate(input: { id: "${v7()}", briefId: "${briefId}", text: "U" }) { __typename }`,
  watchFor: ({ briefId, consequences }) =>
    `watchFor(input: { briefId: "${briefId}", critiqueId: "${consequences.free.id}" }) { __typename }`,
  dropWatchFor: ({ watchForId }) => `dropWatchFor(watchForId: "${watchForId}") { __typename }`,
  commentOnBrief: ({ briefId }) =>
    `commentOnBrief(input: { id: "${v7()}", briefId: "${briefId}", text: "C" }) { __typename }`,
  withdrawBriefComment: ({ commentId }) => `withdrawBriefComment(commentId: "${commentId}") { __typename }`,
  reportBriefComment: ({ commentId }) =>
    `reportBriefComment(commentId: "${commentId}", reason: "R") { __typename }`,
  hideBriefComment: ({ commentId }) =>
    `hideBriefComment(commentId: "${commentId}", reason: "R") { __typename }`,
  showBriefComment: ({ commentId }) => `showBriefComment(commentId: "${commentId}") { __typename }`,
  addTestTeam: ({ briefId }) =>
    `addTestTeam(input: { id: "${v7()}", briefId: "${briefId}", organisation: "O" }) { __typename }`,
  updateTestTeam: ({ teamId }) =>
    `updateTestTeam(input: { id: "${teamId}", organisation: "O" }) { __typename }`,
  planCycle: ({ teamId }) => `planCycle(input: { id: "${v7()}", teamId: "${teamId}" }) { __typename }`,
  updateCycle: ({ cycles }) =>
    `updateCycle(input: { id: "${cycles.plan.id}", question: "Q" }) { __typename }`,
  moveCycle: ({ cycles }) =>
    `moveCycle(input: { cycleId: "${cycles.plan.id}", from: PLAN, to: DO }) { __typename }`,
  finishCycle: ({ cycles }) =>
    `finishCycle(input: { cycleId: "${cycles.act.id}", decision: ADAPT }) { __typename }`,
}
