import { hostname, networkInterfaces } from 'node:os'
import { env } from '#env.ts'

/** This machine's address on the local network, for others in it; null without a network. */
export function networkAddress(): string | null {
  return addresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}

/** Whether an address, with scheme and host, means another machine to everybody else. Text that is none means this one. */
export function isLoopback(origin: string): boolean {
  const host = URL.canParse(origin) ? new URL(origin).hostname : 'localhost'
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(host)
}

/**
 * Scheme and host for links in mails. Whoever asks for a mail to somebody else chooses the host that a request names, so
 * only names of this machine are taken from there; any other becomes its address on the network.
 */
export function mailedOrigin(origin: string): string {
  const { PUBLIC_URL, PORT } = env()
  if (PUBLIC_URL !== undefined) return PUBLIC_URL
  if (isLoopback(origin) || isOwnName(new URL(origin).hostname)) return origin
  return `http://${networkAddress() ?? 'localhost'}:${PORT}`
}

function isOwnName(host: string): boolean {
  const name = hostname().toLowerCase()
  if (host === name || host === `${name}.local`) return true
  return addresses().some(({ address }) => host === address || host === `[${address}]`)
}

function addresses() {
  return Object.values(networkInterfaces()).flatMap((found) => found ?? [])
}
