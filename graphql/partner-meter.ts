import type { Database } from '#db/client.ts'
import { type Admission, chargeToken } from '#db/queries/partner-usage.ts'
import { isWithinBudget } from '#domain/tokens.ts'

/** What a request may still use of its token's minute. */
export type Meter = {
  secondsLeft: number
  /** Takes the cost of an operation off, once; returns whether the budget holds. */
  pay: (cost: number, operation: string) => Promise<boolean>
  /** What is left of the minute. */
  left: () => { requests: number; cost: number; seconds: number }
  /** The headers that tell a client how much is left, in the draft's form. */
  headers: () => [string, string][]
}

/** The meter of an admitted request. `paid` where the cost was known, and counted, as it was let in. */
export function createMeter(db: Database, admission: Admission, paid: boolean): Meter {
  const { tokenId, requests, requestsPerMinute, costPerMinute, secondsLeft } = admission
  let [{ cost: used }, owes] = [admission, !paid]
  const left = () => ({
    requests: Math.max(0, requestsPerMinute - requests),
    cost: Math.max(0, costPerMinute - used),
    seconds: secondsLeft,
  })
  return {
    secondsLeft,
    left,
    async pay(cost, operation) {
      if (owes) used = await chargeToken(db, tokenId, { cost, operation })
      owes = false
      return isWithinBudget({ requests, cost: used }, admission)
    },
    headers: () => [
      ['ratelimit-policy', `"requests";q=${requestsPerMinute};w=60, "cost";q=${costPerMinute};w=60`],
      [
        'ratelimit',
        `"requests";r=${left().requests};t=${secondsLeft}, "cost";r=${left().cost};t=${secondsLeft}`,
      ],
    ],
  }
}
