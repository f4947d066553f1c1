import { env } from '#env.ts'
import { isLoopback, mailedOrigin, networkAddress } from '#own-addresses.ts'

/** The address in the QR code of the join sheet, reachable from a phone in the room. */
export function joinAddress(joinToken: string, origin: string): string {
  return `${reachableOrigin(origin)}/j/${joinToken}`
}

/**
 * Scheme and host under which others reach this server. Somebody who works on the machine itself sees `localhost`, which
 * means another machine to everybody else: for them it is this machine's address on the local network.
 */
export function reachableOrigin(origin: string): string {
  const { PUBLIC_URL, PORT } = env()
  if (PUBLIC_URL !== undefined) return PUBLIC_URL
  if (!isLoopback(origin)) return origin
  const address = networkAddress()
  return address === null ? origin : `http://${address}:${PORT}`
}

/**
 * Scheme and host for links in mails to others, who are elsewhere: never the host that a request names, which whoever sends it
 * chooses.
 */
export function invitingOrigin(origin: string): string {
  return reachableOrigin(mailedOrigin(origin))
}
