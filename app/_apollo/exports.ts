import 'server-only'
import type { FilePass } from '#graphql/in-process.ts'
import { originOf } from './origin.ts'

/** A bulk file that a token was let in to. */
export type OpenedExport = FilePass

/** Asks for a bulk file, in process. What the token may not have comes as the answer to give. */
export async function openExport(request: Request, fileName: string): Promise<OpenedExport | Response> {
  const server = globalThis.qlab
  if (!server) throw new Error('The GraphQL server has not been started in this process.')
  const { pathname, search } = new URL(request.url)
  const url = new URL(`${pathname}${search}`, originOf(request.headers))
  return server.openFile({ fileName, url, headers: request.headers })
}
