import { parse as parseCsv } from 'csv-parse/sync'
import { vi } from 'vitest'
import { createGraphqlServer } from '#graphql/server.ts'
import type { World } from './world.ts'

vi.mock('server-only', () => ({}))

type Given = { headers?: Record<string, string>; search?: string; method?: string }

/** The route of bulk files as it stands in the product, on the whole server. */
export async function openExports(world: World) {
  globalThis.qlab = (await createGraphqlServer(world.db)).inProcess
  const { GET } = await import('#app/api/exports/[file]/route.ts')
  return (file: string, { headers = {}, search = '', method = 'GET' }: Given = {}): Promise<Response> => {
    const request = new Request(`http://lab.test/api/exports/${file}${search}`, { method, headers })
    return GET(request, { params: Promise.resolve({ file }) })
  }
}

/** The lines of a CSV file as a spreadsheet reads them, the first with the names of columns. */
export async function linesOf(answer: Response): Promise<string[][]> {
  return parseCsv(await answer.text(), { bom: true })
}
