import type { Transaction } from '#db/client.ts'
import {
  countIssuesOfArea,
  deleteArea,
  findArea,
  insertAreas,
  listAreasOf,
  lockArea,
  renameArea as rename,
} from '#db/queries/areas.ts'
import { lockProject } from '#db/queries/projects.ts'
import type { AreaRow } from '#db/schema/projects.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

/** As many as fit side by side on a wall and can still be told apart. */
const MOST_AREAS = 12

/** The areas a project begins with: 1 to 12, each with a name of its own. */
export function readAreaNames(names: readonly string[]): Reading<string[]> {
  if (names.length === 0 || names.length > MOST_AREAS) {
    return {
      ok: false,
      refusal: refusal('BAD_USER_INPUT', `Enter 1 to ${MOST_AREAS} challenge areas.`, 'areas'),
    }
  }
  const read: string[] = []
  for (const name of names) {
    const reading = readAreaName(name, read, 'areas')
    if (!reading.ok) return reading
    read.push(reading.value)
  }
  return { ok: true, value: read }
}

function readAreaName(name: string, others: readonly string[], field: string): Reading<string> {
  const reading = readText(name, { field, max: LIMITS.areaName, label: 'the name of the challenge area' })
  if (!reading.ok) return reading
  const same = others.find((other) => other.toLowerCase() === reading.value.toLowerCase())
  if (same === undefined) return reading
  const message = `There is a challenge area “${same}” already. Choose another name.`
  return { ok: false, refusal: refusal('BAD_USER_INPUT', message, field) }
}

const addArea: MutationResolvers['addArea'] = async (_root, { projectId, name }, context) =>
  changeAreas(projectId, context, async (tx, areas) => {
    if (areas.length >= MOST_AREAS) {
      return refused(refusal('NOT_ALLOWED_NOW', `A project has at most ${MOST_AREAS} challenge areas.`))
    }
    const reading = readAreaName(
      name,
      areas.map((area) => area.name),
      'name',
    )
    if (!reading.ok) return refused(reading.refusal)
    const [area] = await insertAreas(tx, projectId, [reading.value], (areas.at(-1)?.position ?? -1) + 1)
    return success(area)
  })

const renameArea: MutationResolvers['renameArea'] = async (_root, args, context) => {
  const { areaId, name } = args
  return changeAreas(await findProjectOf(areaId, context), context, async (tx, areas) => {
    const others = areas.filter(({ id }) => id !== areaId).map((area) => area.name)
    const reading = readAreaName(name, others, 'name')
    if (!reading.ok) return refused(reading.refusal)
    const no = refuseOverwrite(args, { name: areas.find(({ id }) => id === areaId)?.name })
    return no ? refused(no) : success(await rename(tx, areaId, reading.value))
  })
}

const removeArea: MutationResolvers['removeArea'] = async (_root, { areaId }, context) =>
  changeAreas(await findProjectOf(areaId, context), context, async (tx, areas) => {
    if ((await lockArea(tx, areaId)) === null) throw denied('NOT_FOUND')
    const no = refuseRemoval(areas.length, await countIssuesOfArea(tx, areaId))
    if (no) return refused(no)
    await deleteArea(tx, areaId)
    return { __typename: 'RemoveAreaSuccess' as const, areaId }
  })

function refuseRemoval(areas: number, issues: number): Refusal | null {
  if (issues > 0) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Issues were written in this area, so it stays. You can rename it instead.',
    )
  }
  return areas > 1
    ? null
    : refusal('NOT_ALLOWED_NOW', 'This is the only challenge area. Add another one first.')
}

export const areaMutations = { addArea, renameArea, removeArea } satisfies MutationResolvers

async function findProjectOf(areaId: string, { db, viewer }: Context): Promise<string> {
  authorize(viewer, 'editProjects')
  const area = isId(areaId) ? await findArea(db, areaId) : null
  if (area === null) throw denied('NOT_FOUND')
  return area.projectId
}

/** Areas are changed with their project locked, so that no two of them come to have one name. */
async function changeAreas<Result>(
  projectId: string,
  { db, viewer }: Context,
  decideAndSave: (tx: Transaction, areas: AreaRow[]) => Promise<Result>,
): Promise<Result> {
  authorize(viewer, 'editProjects')
  return db.transaction(async (tx) => {
    if (!isId(projectId) || (await lockProject(tx, projectId)) === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, await listAreasOf(tx, [projectId]))
  })
}

function success(area: AreaRow | null | undefined) {
  if (!area) throw denied('NOT_FOUND')
  return { __typename: 'AreaSuccess' as const, area }
}
