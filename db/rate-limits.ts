import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '#db/client.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'

/** What a limit answers: whether this one is let through, and if not, when to come back. */
export type Allowance = { allowed: boolean; retryAfterSeconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Mails with a sign-in link: three to one e-mail address in ten minutes, and in an hour from one network 200 to people whom the
 * product knows, and 20 to strangers, since nobody asked them whether they want mail. A room of 80 who were invited signs in
 * behind one address; a room of strangers joins with the code and needs no mail.
 */
export async function consumeSignInLink(
  email: string,
  sender: { address: string; known: boolean },
): Promise<Allowance> {
  const network = sender.known ? limiter('sign-in-known', 200, HOUR) : limiter('sign-in-stranger', 20, HOUR)
  const sent = await consume(network, networkOf(sender.address))
  if (!sent.allowed) return sent
  // The key is a hash, so that the counters are no list of addresses.
  const key = createHash('sha256').update(email).digest('base64url')
  return consume(limiter('sign-in-link', 3, 10 * MINUTE), key)
}

/** Mails that one person has the product send to addresses that they type, one after the other: 60 in an hour. */
export function consumeInvitation(personId: string): Promise<Allowance> {
  return consume(limiter('invitation', 60, HOUR), personId)
}

/**
 * Room codes that are typed: 120 an hour from one network and 360 an hour in all, asked before a code is looked up. A code
 * that proves right is given back, so that a venue with 80 phones behind one address never notices; docs/decisions/0024
 * shows by arithmetic what is left to somebody who guesses.
 */
export async function consumeRoomCode(address: string): Promise<Allowance> {
  const network = networkOf(address)
  const own = await consume(ROOM_CODES.network(), network)
  if (!own.allowed) return own
  const site = await consume(ROOM_CODES.site(), 'site')
  if (!site.allowed) await ROOM_CODES.network().reward(network)
  return site
}

/** Gives back what a right code took. */
export async function rewardRoomCode(address: string): Promise<void> {
  await Promise.all([ROOM_CODES.network().reward(networkOf(address)), ROOM_CODES.site().reward('site')])
}

const ROOM_CODES = {
  network: () => limiter('room-code-network', 120, HOUR),
  site: () => limiter('room-code-site', 360, HOUR),
}

/** What one caller easily has many addresses of: a /24 of IPv4, a /64 of IPv6. Text that is no address is one caller. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray().slice(0, parsed.kind() === 'ipv4' ? 3 : 8)
  return bytes.join('.')
}

const limiters = new Map<string, RateLimiterDrizzle>()

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterDrizzle {
  const known = limiters.get(keyPrefix)
  if (known) return known
  const made = new RateLimiterDrizzle({ storeClient: db, schema: rateLimits, keyPrefix, points, duration })
  limiters.set(keyPrefix, made)
  return made
}

async function consume(limit: RateLimiterDrizzle, key: string): Promise<Allowance> {
  try {
    await limit.consume(key)
    return { allowed: true, retryAfterSeconds: 0 }
  } catch (refused) {
    // The library throws its result when the limit is reached, and an error when the database failed.
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
  }
}
