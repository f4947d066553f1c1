import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from './secret.ts'

/** Links that open one bulk file for a while, for programs that can send no header. Nothing is stored: they prove themselves. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** For whom a link opens which file, and until when. */
export type ExportLink = { tokenId: string; fileName: string; expiresAt: Date }

/** The query of a link. It is not logged, as no query is. */
export function signExportLink(link: ExportLink): string {
  const until = String(Math.floor(link.expiresAt.getTime() / 1000))
  const signature = sign(link.tokenId, link.fileName, until).toString('base64url')
  return String(new URLSearchParams({ for: link.tokenId, until, signature }))
}

/** Whose link this is; null for one that was not made here for this file, or is over. */
export function readExportLink(fileName: string, query: URLSearchParams, now: Date): string | null {
  const [tokenId, until, signature] = ['for', 'until', 'signature'].map((name) => query.get(name) ?? '')
  if (!tokenId || !until || !signature || !UUID.test(tokenId)) return null
  const [made, shown] = [sign(tokenId, fileName, until), Buffer.from(signature, 'base64url')]
  if (made.length !== shown.length || !timingSafeEqual(made, shown)) return null
  return Number(until) * 1000 > now.getTime() ? tokenId : null
}

function sign(tokenId: string, fileName: string, until: string): Buffer {
  return keyedHash('open a bulk file', [tokenId, fileName, until].join('\n'))
}
