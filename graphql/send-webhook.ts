import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { ANSWER_SECONDS, type WebhookFailure, type WebhookOutcome } from '#domain/webhooks.ts'
import { isPublicAddress } from './public-addresses.ts'

/** How messages get out: which addresses may be called, who is asked for names, and whose certificates are trusted. */
export type Way = {
  isAllowed: (address: string) => boolean
  /** Every address of a name. */
  lookUp: (name: string) => Promise<readonly { address: string; family: number }[]>
  /** The only certificate authority that is trusted, in place of the known ones. */
  ca?: string
}

/** To public addresses only, by the machine's own resolver. */
export const PUBLIC_WAY: Way = {
  isAllowed: isPublicAddress,
  lookUp: (name) => lookup(name, { all: true }),
}

export type Message = { id: string; url: string; secret: string; body: string }

/**
 * Sends a signed message and says what came of it. Nothing is followed and nothing is read of the answer but its status.
 * Names are looked up once, and the addresses that were looked at are the ones connected to: a name that answers
 * differently the next time gets nowhere.
 */
export function sendWebhook(message: Message, way: Way): Promise<WebhookOutcome> {
  const url = new URL(message.url)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // Addresses in figures are connected to without a look-up.
  if (/^[\d.]+$|:/.test(literal) && !way.isAllowed(literal)) return Promise.resolve(failed('ADDRESS_REFUSED'))
  return new Promise((resolve) => {
    const asked = request(url, {
      method: 'POST',
      agent: false,
      lookup: checkedLookup(way),
      ca: way.ca,
      headers: headersOf(message),
      signal: AbortSignal.timeout(ANSWER_SECONDS * 1_000),
    })
    asked.on('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, failure: null })
      answer.destroy()
    })
    asked.on('error', (error) => resolve(failed(failureOf(error))))
    // A host that changes the protocol or hangs up ends it without either.
    asked.on('close', () => resolve(failed('CONNECTION')))
    asked.end(message.body)
  })
}

function headersOf({ id, secret, body }: Message): Record<string, string | number> {
  const now = new Date()
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Q-Lab-Workshops',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(now.getTime() / 1_000),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
}

class AddressRefused extends Error {
  override name = 'AddressRefused'
}

/** One private address among several is enough to refuse the name. */
function checkedLookup({ isAllowed, lookUp }: Way): LookupFunction {
  return (name, { all }, done) => {
    lookUp(name).then(
      (found) => {
        const [first] = found
        if (first === undefined || !found.every(({ address }) => isAllowed(address))) {
          return done(new AddressRefused('The name leads to an address that is not public.'), '')
        }
        return all ? done(null, [...found]) : done(null, first.address, first.family)
      },
      (error) => done(error, ''),
    )
  }
}

function failed(failure: WebhookFailure): WebhookOutcome {
  return { status: null, failure }
}

function failureOf(error: Error): WebhookFailure {
  if (error instanceof AddressRefused) return 'ADDRESS_REFUSED'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TIMEOUT'
  const code = 'code' in error ? String(error.code) : ''
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'NAME_NOT_FOUND'
  return /CERT|SIGNATURE|ISSUER/.test(code) ? 'CERTIFICATE' : 'CONNECTION'
}
