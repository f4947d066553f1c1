import type { Transaction } from '#db/client.ts'
import { isAreaOf } from '#db/queries/areas.ts'
import {
  deleteTable,
  findTable,
  insertTable,
  listTablesOf,
  lockTableAndCountWords,
  updateTable as save,
} from '#db/queries/tables.ts'
import type { TableRow, WorkshopRow } from '#db/schema/workshops.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, TableResolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { digestOf, idIsUsed, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const addTable: MutationResolvers['addTable'] = async (_root, { input }, { db, viewer: asking }) => {
  const { viewer } = authorizeIn(asking, 'runWorkshop', input.workshopId)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const fields = readTable({ code: input.code, name: input.name ?? null, areaId: input.areaId ?? null })
  if (!fields.ok) return refused(fields.refusal)
  const { workshopId } = input
  const requestDigest = digestOf(viewer, 'addTable', [workshopId, fields.value])
  return db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, workshopId)
    const earlier = await findTable(tx, id.value)
    if (earlier) return refusedOr(refuseOtherRequest(earlier.requestDigest, requestDigest), earlier)
    const tables = await listTablesOf(tx, [workshopId])
    const no = await refuseTable(tx, workshop, tables, fields.value)
    if (no) return refused(no)
    const position = (tables.at(-1)?.position ?? -1) + 1
    const table = await insertTable(tx, {
      ...fields.value,
      id: id.value,
      workshopId,
      position,
      requestDigest,
    })
    // Written in another workshop in the meantime: whose it is, is not told.
    return table ? success(table) : refused(idIsUsed())
  })
}

const updateTable: MutationResolvers['updateTable'] = (_root, { input }, context) =>
  change(input.id, context, async (tx, table, workshop) => {
    const { name = table.name, areaId = table.areaId } = input
    const fields = readTable({ code: input.code ?? table.code, name, areaId })
    if (!fields.ok) return refused(fields.refusal)
    const others = (await listTablesOf(tx, [workshop.id])).filter(({ id }) => id !== table.id)
    const no =
      refuseOverwrite(input, { code: table.code, name: table.name, areaId: table.areaId }) ??
      (await refuseTable(tx, workshop, others, fields.value))
    return no ? refused(no) : success(await save(tx, table, fields.value))
  })

const removeTable: MutationResolvers['removeTable'] = (_root, { tableId }, context) =>
  change(tableId, context, async (tx, table) => {
    if ((await lockTableAndCountWords(tx, table.id)) > 0) {
      const message =
        'Issues, ideas or comments came from this table, so it stays. You can rename it instead.'
      return refused(refusal('NOT_ALLOWED_NOW', message))
    }
    await deleteTable(tx, table.id)
    return { __typename: 'RemoveTableSuccess' as const, tableId: table.id }
  })

export const tableMutations = { addTable, updateTable, removeTable } satisfies MutationResolvers

export const tableFields = {
  area: (table, _args, { loaders }) => (table.areaId === null ? null : loaders.areaById.load(table.areaId)),
  seatCount: (table, _args, { loaders }) => loaders.seatCountByTable.load(table.id),
} satisfies TableResolvers

type TableInput = { code: string; name: string | null; areaId: string | null }

/** A code of one to six letters and digits, as it fits into the corner of a post-it. */
function readTable({ code, name, areaId }: TableInput): Reading<TableInput> {
  const tidy = code.trim().toUpperCase()
  if (!/^[A-Z0-9]+$/.test(tidy) || tidy.length > LIMITS.tableCode) {
    const message = 'Give the table a code of one to six letters and digits, like E1.'
    return { ok: false, refusal: refusal('BAD_USER_INPUT', message, 'code') }
  }
  const reading = readText(name, { field: 'name', max: LIMITS.tableName, required: false, label: 'the name' })
  return reading.ok ? { ok: true, value: { code: tidy, name: reading.value || null, areaId } } : reading
}

async function refuseTable(
  tx: Transaction,
  workshop: WorkshopRow,
  others: readonly TableRow[],
  { code, areaId }: TableInput,
): Promise<Refusal | null> {
  if (others.some((other) => other.code === code)) {
    return refusal('BAD_USER_INPUT', `Another table has the code ${code}. Choose another.`, 'code')
  }
  if (areaId === null || (isId(areaId) && (await isAreaOf(tx, areaId, workshop.projectId)))) return null
  return refusal('NOT_FOUND', 'This area is not in the project. Choose another.', 'areaId')
}

/** The beats of every change of one table: find, authorize, lock, decide, save. */
async function change<Result>(
  tableId: string,
  { db, viewer }: Context,
  decideAndSave: (tx: Transaction, table: TableRow, workshop: WorkshopRow) => Promise<Result>,
): Promise<Result> {
  const found = isId(tableId) ? await findTable(db, tableId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  authorizeIn(viewer, 'runWorkshop', found.workshopId)
  return db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, found.workshopId)
    const table = await findTable(tx, tableId)
    if (table === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, table, workshop)
  })
}

function refusedOr(no: Refusal | null, table: TableRow) {
  return no ? refused(no) : success(table)
}

function success(table: TableRow) {
  return { __typename: 'TableSuccess' as const, table }
}
