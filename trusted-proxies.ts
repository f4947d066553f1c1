import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'
import { env } from '#env.ts'

/** What proxies write of the caller. Only those in TRUSTED_PROXIES are believed; from anybody else these headers are dropped. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
]
const TRACES = [...FORWARDED, 'via', 'x-real-ip', 'x-forwarded-server', 'cf-connecting-ip', 'true-client-ip']

/** Who really asks, and how: past the proxies that are trusted, and no farther. */
export type Caller = {
  /** The address; empty where the connection has gone already. */
  address: string
  protocol: 'http' | 'https'
  /** The id that a trusted proxy gave the request; null without one. */
  requestId: string | null
  /** Whether anything on the way left a trace, trusted or not: then nobody on this machine itself is asking. */
  proxied: boolean
}

type Trust = (address: string, hop: number) => boolean
let trust: Trust | undefined

/** Reads who calls, and drops from the request what they have only claimed. */
export function meetCaller(request: IncomingMessage): Caller {
  // An old protocol is a trace too: proxies that are not told otherwise speak HTTP/1.0, and no browser does.
  const proxied = request.httpVersion === '1.0' || TRACES.some((name) => request.headers[name] !== undefined)
  trust ??= proxyaddr.compile(env().TRUSTED_PROXIES)
  const peer = request.socket.remoteAddress ?? ''
  const trusted = peer !== '' && trust(peer, 0)
  const address = peer === '' ? '' : proxyaddr(request, trust).replace(/^::ffff:/, '')
  const said = trusted ? String(request.headers['x-forwarded-proto'] ?? '') : ''
  const protocol = said.split(',')[0]?.trim() === 'https' ? 'https' : 'http'
  const requestId = trusted ? readRequestId(request.headers['x-request-id']) : null
  for (const name of FORWARDED) delete request.headers[name]
  request.headers['x-forwarded-proto'] = protocol
  return { address, protocol, requestId, proxied }
}

function readRequestId(given: string | string[] | undefined): string | null {
  const id = String(given ?? '')
  return /^[\w.:-]{8,128}$/.test(id) ? id : null
}
