import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { isId } from './connections.ts'

/** Ids of what is created may come from the client, so that a retry over bad wifi finds the first result. */
export function readNewId(given: string | null | undefined): Reading<string> {
  if (given == null) return { ok: true, value: v7() }
  if (isId(given)) return { ok: true, value: given.toLowerCase() }
  return { ok: false, refusal: refusal('BAD_USER_INPUT', 'The id is not a UUID. Make a new one.', 'id') }
}

/** The ids of many things that are created by one request: its own and those that follow it, in this order. */
export function idsFrom(id: string, count: number): string[] {
  const first = BigInt(`0x${id.replaceAll('-', '')}`)
  // Only the last part counts up, so that time and version stay those of the request.
  const [start, part] = [first & LAST_PART, first - (first & LAST_PART)]
  return Array.from({ length: count }, (_, at) => {
    const digits = (part + ((start + BigInt(at)) & LAST_PART)).toString(16).padStart(32, '0')
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  })
}

const LAST_PART = 0xffff_ffff_ffffn

/** What tells a retry from another request with the same id: who asked, for what, with which content. */
export function digestOf(viewer: { personId: string }, operation: string, content: unknown): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([viewer.personId, operation, content]))
    .digest()
}

/** The same request again gets the first result; anything else with a used id is refused, and told nothing of the first. */
export function refuseOtherRequest(earlier: Uint8Array | null, digest: Uint8Array): Refusal | null {
  return earlier !== null && Buffer.compare(earlier, digest) === 0 ? null : idIsUsed()
}

/** The id belongs to something else. */
export function idIsUsed(): Refusal {
  const message = 'Something else was sent with this id. Reload the page and send yours again.'
  return refusal('IDEMPOTENCY_MISMATCH', message, 'id')
}
