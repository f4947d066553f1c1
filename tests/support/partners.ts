import { v7 } from 'uuid'
import { hashToken, makeToken } from '#db/queries/sessions.ts'
import { partnerTokens } from '#db/schema/partners.ts'
import { type PartnerScope, USUAL_BUDGET, writeToken } from '#domain/tokens.ts'
import type { World } from './world.ts'

type Given = {
  scopes?: PartnerScope[]
  /** Workshops granted; everything that is published when left out. */
  workshopIds?: string[]
  projectIds?: string[]
  requestsPerMinute?: number
  costPerMinute?: number
  origins?: string[]
  expiresAt?: Date
}

export type GivenToken = { id: string; token: string; headers: { authorization: string } }

/** A token as an administrator would have made it. */
export async function giveToken({ db }: Pick<World, 'db'>, given: Given = {}): Promise<GivenToken> {
  const { workshopIds = [], projectIds = [], scopes = ['CONTENT'] } = given
  const { expiresAt = new Date(Date.now() + 86_400_000), ...rest } = given
  const id = v7()
  const secret = makeToken()
  const prefix = id.replaceAll('-', '').slice(-12)
  await db.insert(partnerTokens).values({
    ...USUAL_BUDGET,
    ...rest,
    id,
    organisation: 'University of Example',
    prefix,
    secretHash: hashToken(secret),
    scopes,
    allPublished: workshopIds.length + projectIds.length === 0,
    workshopIds,
    projectIds,
    expiresAt,
  })
  const token = writeToken({ prefix, secret })
  return { id, token, headers: { authorization: `Bearer ${token}` } }
}
