import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { ROOT_CALLS } from '#tests/support/root-calls.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** What a copy has to fetch again after each act: what moves when partners read something else than before, and no more. */

let world: World
let cast: Cast
/** Where nothing is expected to move. */
let quiet: Scene
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
  quiet = await openScene(world, cast, { published: true })
})
afterAll(() => world.close())

// Those below first: what is above moves with them.
const TABLES = [
  ...['measure_points', 'measures', 'test_cycles', 'test_teams', 'critiques', 'ideas', 'issues'],
  ...['statements', 'briefs', 'workshops', 'projects'],
]

async function age(): Promise<void> {
  const sql = world.db.$client
  for (const table of TABLES) await sql`update ${sql(table)} set updated_at = '2020-01-01T00:00:00Z'`
}

async function moved(): Promise<string[]> {
  const sql = world.db.$client
  const found = []
  for (const table of TABLES) {
    const [row] =
      await sql`select count(*)::int as n from ${sql(table)} where updated_at > '2021-01-01T00:00:00Z'`
    if (row?.n > 0) found.push(`${table} ${row?.n}`)
  }
  return found
}

// Every mutation that moves something, and how many rows of what. Whatever is not listed moves nothing.
const MOVES = `
  joinMeasure          briefs 1
  leaveMeasure         briefs 1
  measureConsequence   measures 1, briefs 1
  createBrief          briefs 1
  updateBrief          briefs 1
  changeBriefStatus    briefs 1
  publishBrief         briefs 1
  joinStatement        briefs 1
  leaveStatement       briefs 1
  joinIdea             briefs 1
  leaveIdea            briefs 1
  addDriver            briefs 1
  editDriver           briefs 1
  moveDriver           briefs 1
  removeDriver         briefs 1
  addBriefUpdate       briefs 1
  watchFor             briefs 1
  dropWatchFor         briefs 1
  checkIn              ideas 1, briefs 1
  writeCritique        critiques 1
  answerCritique       critiques 1
  resolveCritique      critiques 1
  reopenCritique       critiques 1
  addTestTeam          test_teams 1, briefs 1
  updateTestTeam       test_teams 1, briefs 1
  planCycle            test_cycles 1, test_teams 1, briefs 1
  updateCycle          test_cycles 1, test_teams 1, briefs 1
  moveCycle            test_cycles 1, test_teams 1, briefs 1
  finishCycle          test_cycles 1, test_teams 1, briefs 1
  writeIdea            ideas 1
  editIdea             ideas 1
  withdrawIdea         ideas 1
  restoreIdea          ideas 1
  mergeIdeas           ideas 2
  unmergeIdea          ideas 2
  hideIdea             ideas 2, briefs 1
  hideIdeas            ideas 2, briefs 1
  showIdea             ideas 1, briefs 1
  showIdeas            ideas 1, briefs 1
  writeIssue           issues 1
  importTexts          issues 1
  editIssue            issues 1
  withdrawIssue        issues 2
  restoreIssue         issues 1
  decideIssue          issues 1
  decideIssues         issues 1
  mergeIssues          issues 2
  unmergeIssue         issues 2
  hideIssue            issues 2
  hideIssues           issues 2
  showIssue            issues 1
  showIssues           issues 1
  createMeasure        measures 1
  updateMeasure        measures 1
  archiveMeasure       measures 1
  addMeasurePoints     measure_points 1, measures 1
  importMeasurePoints  measure_points 1, measures 1
  correctMeasurePoint  measure_points 1, measures 1
  removeMeasurePoint   measure_points 1, measures 1
  restoreMeasurePoint  measure_points 1, measures 1
  annotateMeasure      measures 1
  withdrawAnnotation   measures 1
  declareBaseline      measures 1
  withdrawBaseline     measures 1
  hideCritique         critiques 1
  showCritique         critiques 1
  hideName             critiques 1
  createProject        projects 1
  updateProject        projects 1
  addArea              projects 1
  renameArea           projects 1
  removeArea           projects 1
  changePhase          projects 1
  closeRound           workshops 1
  declarePriorities    workshops 1
  statePublishedFigures workshops 1
  writeStatement       statements 1
  rewordStatement      statements 1
  withdrawStatement    statements 1, briefs 1
  restoreStatement     statements 1
  markSimilar          statements 2
  unmarkSimilar        statements 2
  writeReason          statements 1
  editReason           statements 1
  withdrawReason       statements 1
  restoreReason        statements 1
  showReasonFirst      statements 1
  createWorkshop       workshops 1
  duplicateWorkshop    workshops 1
  updateWorkshop       workshops 1
  archiveWorkshop      workshops 1
  deleteWorkshop       briefs 1, workshops 1, projects 1
  addTable             workshops 1
  updateTable          workshops 1
  removeTable          workshops 1
  editCritique         critiques 1
  withdrawCritique     critiques 1
  restoreWorkshop      briefs 1, workshops 1, projects 1`
const moves = new Map(
  MOVES.trim()
    .split('\n')
    .map((line) => /^\s*(\w+) +(.+)$/.exec(line)?.slice(1) as [string, string]),
)

const BEFORE: Record<string, (scene: Scene) => Promise<unknown>> = {
  restoreWorkshop: ({ deleteWorkshop }) => deleteWorkshop(),
}
// What only the author may do.
const BY_PARTICIPANT = new Set([
  'editCritique',
  'withdrawCritique',
  'supportIdea',
  'castVote',
  'withdrawVote',
])

const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {})

test.each(mutations)('%s moves what is read otherwise after it, and nothing else', async (name) => {
  const scene = moves.has(name) ? await openScene(world, cast, { published: true }) : quiet
  await BEFORE[name]?.(scene)
  await age()
  const as = BY_PARTICIPANT.has(name) ? cast.participant : cast.admin
  const { data } = await world.run<{ done: { __typename: string } | null }>(
    `mutation { done: ${ROOT_CALLS[name]?.(scene)} }`,
    {},
    as,
  )
  expect(await moved()).toEqual(moves.get(name)?.split(', ') ?? [])
  if (moves.has(name)) expect(data.done?.__typename).toMatch(/Success$/)
})

test('every act that is listed is one', () => {
  expect([...moves.keys()].filter((name) => !mutations.includes(name))).toEqual([])
})

const ACTS: [string, (scene: Scene) => string, string[]][] = [
  [
    'a workshop that is taken back moves with the briefs and the project that it opened',
    ({ workshopId }) => `publishWorkshop(id: "${workshopId}", published: false)`,
    ['briefs 1', 'workshops 1', 'projects 1'],
  ],
  [
    'the code of a table moves what came from it',
    ({ tables }) => `updateTable(input: { id: "${tables[0]?.id}", code: "QQ" })`,
    ['critiques 6', 'ideas 5', 'issues 6', 'workshops 1'],
  ],
  [
    'the last day moves the ideas, which are due by it',
    ({ workshopId }) =>
      `updateWorkshop(input: { id: "${workshopId}", startsOn: "2030-01-01", endsOn: "2030-01-02" })`,
    ['ideas 5', 'workshops 1'],
  ],
  [
    'an issue that is hidden moves the result of a closed vote that names it',
    ({ issues }) => `hideIssue(issueId: "${issues.onRoll.id}", reason: "R")`,
    ['issues 1', 'workshops 1'],
  ],
  [
    'a hidden comment moves the brief that quotes it',
    ({ consequences }) => `hideCritique(critiqueId: "${consequences.watched.id}", reason: "R")`,
    ['critiques 1', 'briefs 1'],
  ],
]

test.each(ACTS)('%s', async (_, call, expected) => {
  const scene = await openScene(world, cast, { published: true })
  await age()
  const { codes } = await world.run(`mutation { ${call(scene)} { __typename } }`, {}, cast.admin)
  expect(codes).toEqual([])
  expect(await moved()).toEqual(expected)
})

test('an idea that is shown again comes with the comments on it', async () => {
  const { ideas } = await openScene(world, cast, { published: true })
  await world.run(
    `mutation { hideIdea(ideaId: "${ideas.own.id}", reason: "R") { __typename } }`,
    {},
    cast.admin,
  )
  await age()
  await world.run(`mutation { showIdea(ideaId: "${ideas.own.id}") { __typename } }`, {}, cast.admin)
  const all = await world.db.$client`select count(*)::int as n from critiques where idea_id = ${ideas.own.id}`
  expect(await moved()).toContain(`critiques ${all[0]?.n}`)
})
