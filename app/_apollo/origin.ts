import 'server-only'
import { env } from '#env.ts'

/** The address of this installation: as it is set, else as it was asked for. */
export function originOf(asked: Pick<Headers, 'get'>): string {
  return env().PUBLIC_URL ?? `http://${asked.get('host') ?? 'localhost'}`
}
