import { randomBytes } from 'node:crypto'
import { findWorkshop } from '#db/queries/workshops.ts'
import {
  findWriteUp,
  findWriteUpText,
  insertWriteUpText,
  listWriteUpTexts,
  publishWriteUp as publish,
  withdrawWriteUp as takeBack,
  type WriteUpView,
} from '#db/queries/write-ups.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { refuseWriteUpAudience, refuseWriteUpText } from '#domain/write-ups.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { recordAct } from '#graphql/record-act.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

// 144 bits: nobody comes upon a write-up by trying.
const TOKEN_BYTES = 18

const writeWriteUpText: MutationResolvers['writeWriteUpText'] = async (_root, { input }, context) => {
  const { workshopId, section } = input
  const { viewer } = authorizeIn(context.viewer, 'editWriteUp', workshopId)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const text = readText(input.text, {
    field: 'text',
    max: LIMITS.writeUpText,
    required: false,
    multiline: true,
  })
  if (!text.ok) return refused(text.refusal)
  const no = await context.db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, workshopId)
    const requestDigest = digestOf(viewer, 'writeWriteUpText', [workshopId, section, text.value])
    const earlier = await findWriteUpText(tx, id.value)
    if (earlier !== null) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    const [latest] = await listWriteUpTexts(tx, workshopId, section)
    const basedOn = input.basedOn?.toLowerCase() ?? null
    const stale = input.basedOn === undefined ? null : refuseWriteUpText(latest?.id ?? null, basedOn)
    if (stale) return stale
    const version = { id: id.value, workshopId, section, text: text.value, requestDigest }
    await insertWriteUpText(tx, { ...version, personId: viewer.personId })
    return null
  })
  if (no) return refused(no)
  const versions = await listWriteUpTexts(context.db, workshopId, section)
  const writeUpText = versions.find((version) => version.id === id.value)
  if (writeUpText === undefined) throw denied('NOT_FOUND')
  return { __typename: 'WriteUpTextSuccess', writeUpText }
}

const publishWriteUp: MutationResolvers['publishWriteUp'] = async (_root, { input }, context) => {
  const { workshopId, audience } = input
  const who = authorizeIn(context.viewer, 'editWriteUp', workshopId)
  const no = await context.db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, workshopId)
    const refusedNow = refuseWriteUpAudience(audience, { published: workshop.publishedAt !== null })
    if (refusedNow) return refusedNow
    const before = await findWriteUp(tx, workshopId)
    // Pressing twice changes nothing and is no error: the address that was just given out stays.
    if (before?.publishedAt && before.audience === audience) return null
    const keep = before !== null && (input.sameAddress === true || before.publishedAt !== null)
    const token = keep ? before.token : randomBytes(TOKEN_BYTES).toString('base64url')
    await publish(tx, workshopId, { audience, token })
    const reason = audience === 'LINK' ? 'To those who have its address.' : 'To everybody.'
    await recordAct(tx, who, { workshopId, act: 'WRITE_UP_PUBLISHED', subjectId: null, reason })
    return null
  })
  return no ? refused(no) : writeUpNow(context, workshopId)
}

const withdrawWriteUp: MutationResolvers['withdrawWriteUp'] = async (_root, { workshopId }, context) => {
  const who = authorizeIn(context.viewer, 'editWriteUp', workshopId)
  await context.db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, workshopId)
    const before = await findWriteUp(tx, workshopId)
    if (!before?.publishedAt) return
    await takeBack(tx, workshopId)
    await recordAct(tx, who, { workshopId, act: 'WRITE_UP_WITHDRAWN', subjectId: null })
  })
  return writeUpNow(context, workshopId)
}

async function writeUpNow({ db }: Context, workshopId: string) {
  const workshop = await findWorkshop(db, workshopId)
  if (workshop === null) throw denied('NOT_FOUND')
  const writeUp: WriteUpView = { workshop, publication: await findWriteUp(db, workshopId), byToken: false }
  return { __typename: 'WriteUpSuccess' as const, writeUp }
}

export const writeUpMutations = {
  writeWriteUpText,
  publishWriteUp,
  withdrawWriteUp,
} satisfies MutationResolvers
