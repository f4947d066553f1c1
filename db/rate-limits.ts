import { createHash } from 'node:crypto'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '#db/client.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'

/** What a limit answers: whether this one is let through, and if not, when to come back. */
export type Allowance = { allowed: boolean; retryAfterSeconds: number }

const MINUTE = 60

/** Mails with a sign-in link: three for one address in ten minutes. */
export function consumeSignInLink(email: string): Promise<Allowance> {
  // The key is a hash, so that the counters are no list of addresses.
  return consume(
    limiter('sign-in-link', 3, 10 * MINUTE),
    createHash('sha256').update(email).digest('base64url'),
  )
}

/**
 * Wrong room codes: twenty a minute for the whole site, since a whole room may share one network address. Call it only
 * after a code has proved wrong: correct codes are never counted.
 */
export function consumeWrongRoomCode(): Promise<Allowance> {
  return consume(limiter('wrong-room-code', 20, MINUTE), 'site')
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
