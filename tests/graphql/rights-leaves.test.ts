import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { askForEverything } from '#tests/support/everything.ts'
import { type Cast, openCast, openScene, ROLES, type Role, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { readTable } from '#tests/support/written-tables.ts'

/**
 * What somebody may not know does not reach them on any path: everybody asks for everything that the contract has,
 * and what they get is searched for words that stand in one place of the database only.
 */

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const schema = createSchema()

/** Where to begin: every query that leads to a workshop or what is in it. */
const ROOTS: ((scene: Scene) => string)[] = [
  ({ workshop }) => `workshop(slug: "${workshop.slug}")`,
  ({ workshop }) => `writeUp(slug: "${workshop.slug}")`,
  ({ project }) => `project(id: "${project.id}")`,
  ({ rounds }) => `round(id: "${rounds.open.id}")`,
  ({ rounds }) => `round(id: "${rounds.closed.id}")`,
  ({ issues }) => `issue(id: "${issues.onRoll.id}")`,
  ({ issues }) => `issue(id: "${issues.own.id}")`,
  ({ statements }) => `statement(id: "${statements.other.id}")`,
  ({ statements }) => `statement(id: "${statements.withdrawn.id}")`,
  ({ ideas }) => `idea(id: "${ideas.own.id}")`,
  ({ ideas }) => `idea(id: "${ideas.hidden.id}")`,
  ({ critiques }) => `critique(id: "${critiques.own.id}")`,
  ({ critiques }) => `critique(id: "${critiques.hidden.id}")`,
  ({ briefId }) => `brief(id: "${briefId}")`,
  ({ measure }) => `measure(id: "${measure.id}")`,
  () => 'viewer',
  () => 'publishedWorkshops',
  () => 'workshops',
]

const KEPT: Record<string, (scene: Scene) => string | null | undefined> = {
  title: ({ workshop }) => workshop.title,
  roomCode: ({ workshop }) => workshop.roomCode,
  ownAddress: () => cast.participant.email,
  otherAddress: ({ target }) => target.email,
  otherName: () => 'Name at a table',
  issue: () => 'Words of an issue',
  withdrawn: () => 'Words that were withdrawn',
  hidden: () => 'Words that were hidden',
  hiddenReason: () => 'A reason for hiding',
  mergedBy: () => 'Who merged them',
  draft: () => 'A round in preparation',
  idea: () => 'Words of an idea',
  takenBack: () => 'Idea that was taken back',
  hiddenIdea: () => 'Idea that was hidden',
  whyHidden: () => 'A reason for hiding ideas',
  ideasMergedBy: () => 'Who merged ideas',
  unsaid: () => 'Statement that was taken back',
  comment: () => 'Words of a comment',
  commentBack: () => 'Comment that was taken back',
  hiddenComment: () => 'Comment that was hidden',
  whyCommentIs: () => 'A reason for hiding comments',
  ofHiddenIdea: () => 'Said of an idea that was hidden',
  resolvedBy: () => 'Who resolved it',
  complaint: () => 'A complaint',
  logged: () => 'A reason in the log',
  teamPeople: () => 'Names of the team',
  ofBrief: () => 'Said of a brief and hidden',
}

/** `ok` where the words reach somebody who asks for everything in a workshop that is not published. */
const UNPUBLISHED = `
                anon observer participant stranger facilitator colleague staff admin
  title         -    ok       ok          -        ok          -         -     ok
  roomCode      -    -        -           -        ok          -         -     ok
  ownAddress    -    -        ok          -        ok          -         -     ok
  otherAddress  -    -        -           -        ok          -         -     ok
  otherName     -    ok       ok          -        ok          -         -     ok
  issue         -    ok       ok          -        ok          -         -     ok
  withdrawn     -    -        ok          -        ok          -         -     ok
  hidden        -    -        -           -        ok          -         -     ok
  hiddenReason  -    -        -           -        ok          -         -     ok
  mergedBy      -    ok       ok          -        ok          -         -     ok
  draft         -    ok       ok          -        ok          -         -     ok
  idea          -    ok       ok          -        ok          -         -     ok
  takenBack     -    -        ok          -        ok          -         -     ok
  hiddenIdea    -    -        -           -        ok          -         -     ok
  whyHidden     -    -        -           -        ok          -         -     ok
  ideasMergedBy -    ok       ok          -        ok          -         -     ok
  unsaid        -    -        ok          -        ok          -         -     ok
  comment       -    ok       ok          -        ok          -         -     ok
  commentBack   -    -        -           -        -           -         -     -
  hiddenComment -    -        -           -        ok          -         -     ok
  whyCommentIs  -    -        -           -        ok          -         -     ok
  ofHiddenIdea  -    -        -           -        ok          -         -     ok
  resolvedBy    -    ok       ok          -        ok          -         -     ok
  complaint     -    -        -           -        ok          -         -     ok
  logged        -    -        -           -        ok          -         -     ok
  teamPeople    -    -        -           -        -           -         ok    ok
  ofBrief       -    -        ok          -        -           -         ok    ok`

const PUBLISHED = `
                anon observer participant stranger facilitator colleague staff admin
  title         ok   ok       ok          ok       ok          ok        ok    ok
  roomCode      -    -        -           -        ok          -         -     ok
  ownAddress    -    -        ok          -        ok          -         -     ok
  otherAddress  -    -        -           -        ok          -         -     ok
  otherName     -    ok       ok          -        ok          -         -     ok
  issue         ok   ok       ok          ok       ok          ok        ok    ok
  withdrawn     -    -        ok          -        ok          -         -     ok
  hidden        -    -        -           -        ok          -         -     ok
  hiddenReason  -    -        -           -        ok          -         -     ok
  mergedBy      -    ok       ok          -        ok          -         -     ok
  draft         ok   ok       ok          ok       ok          ok        ok    ok
  idea          ok   ok       ok          ok       ok          ok        ok    ok
  takenBack     -    -        ok          -        ok          -         -     ok
  hiddenIdea    -    -        -           -        ok          -         -     ok
  whyHidden     -    -        -           -        ok          -         -     ok
  ideasMergedBy -    ok       ok          -        ok          -         -     ok
  unsaid        -    -        ok          -        ok          -         -     ok
  comment       ok   ok       ok          ok       ok          ok        ok    ok
  commentBack   -    -        -           -        -           -         -     -
  hiddenComment -    -        -           -        ok          -         -     ok
  whyCommentIs  -    -        -           -        ok          -         -     ok
  ofHiddenIdea  -    -        -           -        ok          -         -     ok
  resolvedBy    -    ok       ok          -        ok          -         -     ok
  complaint     -    -        -           -        ok          -         -     ok
  logged        -    -        -           -        ok          -         -     ok
  teamPeople    -    -        -           -        -           -         ok    ok
  ofBrief       -    -        ok          -        -           -         ok    ok`

/** A scene in which every word stands once, at every place where it may hang. */
async function marked(published: boolean): Promise<Scene> {
  const scene = await openScene(world, cast, { published })
  const sql = world.db.$client
  const { onRoll, own, other, withdrawn, hidden, merged } = scene.issues
  scene.workshop.title = `Workshop ${scene.workshopId}`
  await sql`update workshops set title = ${scene.workshop.title} where id = ${scene.workshopId}`
  await sql`update issues set title = 'Words of an issue' where id = ${other.id}`
  await sql`update issues set title = 'Words that were withdrawn' where id = ${withdrawn.id}`
  await sql`update issues set title = 'Words that were hidden', hidden_reason = 'A reason for hiding' where id = ${hidden.id}`
  // Hidden and withdrawn ones also hang on others: merged into them, or on the roll.
  await sql`update issues set merged_into_id = ${own.id} where id in (${hidden.id}, ${withdrawn.id})`
  await sql`update issues set merged_into_id = ${hidden.id} where id = ${onRoll.id}`
  await sql`update issues set merged_by_name = 'Who merged them' where id = ${merged.id}`
  await sql`update options set issue_id = ${hidden.id} where issue_id = ${onRoll.id} and round_id = ${scene.rounds.closed.id}`
  const { ideas, statements, seats } = scene
  // The name in the room: outside it the same person may be known under another, as who takes part in a brief.
  await sql`update seats set display_name = 'Name at a table' where id = ${seats.target.id}`
  await sql`update ideas set text = 'Words of an idea', author_seat_id = ${seats.target.id} where id = ${ideas.other.id}`
  await sql`update ideas set text = 'Idea that was taken back', merged_into_id = ${ideas.own.id} where id = ${ideas.withdrawn.id}`
  await sql`update ideas set text = 'Idea that was hidden', hidden_reason = 'A reason for hiding ideas',
    merged_into_id = ${ideas.own.id} where id = ${ideas.hidden.id}`
  await sql`update ideas set merged_by_name = 'Who merged ideas' where id = ${ideas.merged.id}`
  await sql`update statements set title = 'Statement that was taken back' where id = ${statements.withdrawn.id}`
  const { critiques } = scene
  await sql`update critiques set text = 'Words of a comment' where id = ${critiques.other.id}`
  await sql`update critiques set resolved_by_name = 'Who resolved it' where id = ${critiques.resolved.id}`
  // Stubs stay where something stands below them.
  for (const stub of [critiques.withdrawn, critiques.hidden]) {
    await sql`update critiques set kind = null, parent_id = ${stub.id} where id = ${stub === critiques.hidden ? critiques.own.id : critiques.spare.id}`
  }
  await sql`update critiques set text = 'Comment that was taken back' where id = ${critiques.withdrawn.id}`
  await sql`update critiques set text = 'Comment that was hidden', hidden_reason = 'A reason for hiding comments'
    where id = ${critiques.hidden.id}`
  await sql`insert into critiques (id, workshop_id, idea_id, kind, text)
    values (gen_random_uuid(), ${scene.workshopId}, ${ideas.hidden.id}, 'BUILD', 'Said of an idea that was hidden')`
  await sql`update brief_comments set text = 'Said of a brief and hidden', hidden_at = now(), hidden_reason = 'Names a nurse'
    where id = ${scene.commentId}`
  await sql`update reports set reason = 'A complaint' where id = ${scene.reportId}`
  await sql`insert into workshop_log (id, workshop_id, act, subject_id, actor_name, reason)
    values (gen_random_uuid(), ${scene.workshopId}, 'CRITIQUE_HIDDEN', ${critiques.hidden.id}, 'Fay', 'A reason in the log')`
  await sql`update rounds set title = 'A round in preparation' where id = ${scene.rounds.draft.id}`
  return scene
}

test.each([
  ['a workshop that is not published', UNPUBLISHED, false],
  ['a published workshop', PUBLISHED, true],
] as const)(
  'in %s everybody learns what they may, on every path',
  async (_, table, published) => {
    const scene = await marked(published)
    const seen = new Map<Role, string>()
    for (const role of ROLES) {
      const answers = []
      for (const call of ROOTS) {
        const { text, codes } = await askForEverything(world, schema, call(scene), cast[role])
        expect(
          codes.filter(
            (code) => !['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'RESULTS_HIDDEN'].includes(code),
          ),
        ).toEqual([])
        answers.push(text)
      }
      seen.set(role, answers.join('\n'))
    }
    const found = Object.entries(KEPT).map(([name, words]) => {
      const text = words(scene)
      return [name, ...ROLES.map((role) => (text && seen.get(role)?.includes(text) ? 'ok' : '-'))]
    })
    expect(found).toEqual(readTable(table))
  },
  180_000,
)
