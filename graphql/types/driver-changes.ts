import type { Transaction } from '#db/client.ts'
import type { BriefView } from '#db/queries/briefs.ts'
import {
  deleteDriver,
  findDriver,
  insertDriver,
  listDrivers,
  numberDrivers,
  updateDriver,
} from '#db/queries/drivers.ts'
import type { DriverRow } from '#db/schema/briefs.ts'
import { refuseDriverPlace, refuseDriverRemoval, refuseMoreDrivers } from '#domain/briefs.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import type { Refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeBriefs, briefNow, changeBrief, lockedChange } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const addDriver: MutationResolvers['addDriver'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const parentId = input.parentId ?? null
  const text = readDriver(input.text)
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const no = await lockedChange(input.briefId, context, async (tx, brief, viewer) => {
    const requestDigest = digestOf(viewer, 'addDriver', [brief.id, parentId, text.value])
    const earlier = await findDriver(tx, id.value)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    const all = await listDrivers(tx, [brief.id])
    const refusedNow = refuseMoreDrivers(all.length) ?? refuseDriverPlace(all, id.value, parentId)
    if (refusedNow) return refusedNow
    const position = all.filter((driver) => driver.parentId === parentId).length
    const driver = { id: id.value, briefId: brief.id, parentId, text: text.value, position, requestDigest }
    // Under the brief's lock an id can only be taken already by a driver of another brief.
    return (await insertDriver(tx, driver)) ? null : refuseOtherRequest(null, requestDigest)
  })
  return no ? refused(no) : success(context, id.value)
}

const editDriver: MutationResolvers['editDriver'] = (_root, args, context) =>
  changeDriver(args.driverId, context, async (tx, driver) => {
    const text = readDriver(args.text)
    if (!text.ok) return text.refusal
    const no = refuseOverwrite(args, { text: driver.text })
    if (no) return no
    await updateDriver(tx, driver.id, { text: text.value })
    return null
  })

const moveDriver: MutationResolvers['moveDriver'] = (_root, { input }, context) =>
  changeDriver(input.id, context, async (tx, driver, brief) => {
    const parentId = input.parentId ?? null
    const all = await listDrivers(tx, [brief.id])
    const no = refuseDriverPlace(all, driver.id, parentId)
    if (no) return no
    const siblings = all.filter((other) => other.parentId === parentId && other.id !== driver.id)
    const ids = siblings.map(({ id }) => id)
    ids.splice(Math.max(0, input.position), 0, driver.id)
    await updateDriver(tx, driver.id, { parentId })
    await numberDrivers(tx, ids)
    return null
  })

const removeDriver: MutationResolvers['removeDriver'] = async (_root, { driverId }, context) => {
  const briefId = await briefOfDriver(driverId, context)
  return changeBrief(briefId, context, async (tx, brief) => {
    const no = refuseDriverRemoval(await listDrivers(tx, [brief.id]), driverId)
    if (no) return no
    await deleteDriver(tx, driverId)
    return null
  })
}

export const driverMutations = { addDriver, editDriver, moveDriver, removeDriver } satisfies MutationResolvers

function readDriver(text: string) {
  return readText(text, { field: 'text', max: LIMITS.driver, label: 'the driver' })
}

async function briefOfDriver(driverId: string, context: Context): Promise<string | null> {
  authorizeBriefs(context)
  const driver = isId(driverId) ? await findDriver(context.db, driverId) : null
  return driver?.briefId ?? null
}

async function changeDriver(
  driverId: string,
  context: Context,
  decideAndSave: (tx: Transaction, driver: DriverRow, brief: BriefView) => Promise<Refusal | null>,
) {
  const briefId = await briefOfDriver(driverId, context)
  const no = await lockedChange(briefId, context, async (tx, brief) => {
    const driver = await findDriver(tx, driverId)
    if (driver === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, driver, brief)
  })
  return no ? refused(no) : success(context, driverId)
}

async function success(context: Context, driverId: string) {
  const driver = await findDriver(context.db, driverId)
  if (driver === null) throw denied('NOT_FOUND')
  return { __typename: 'DriverSuccess' as const, driver, brief: await briefNow(context, driver.briefId) }
}
