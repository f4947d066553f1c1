'use server'

import { mutate, OperationFailed } from '../../../../../_apollo/server.ts'
import { ImportWorkshopDocument, type ImportWorkshopMutation } from './import-workshop.generated.ts'

type Success = Extract<ImportWorkshopMutation['importWorkshop'], { report: unknown }>
export type ImportAnswer =
  | { report: Success['report']; slug: string | null; message?: undefined }
  | { report?: undefined; message: string }

type Asked = { id: string; projectId: string; archive: string; dryRun: boolean }

/** An archive is larger than a request of the API may be, so it comes this way; it ends at the same mutation. */
export async function importArchive({ id, projectId, archive, dryRun }: Asked): Promise<ImportAnswer> {
  try {
    const input = {
      id: String(id),
      projectId: String(projectId),
      archive: String(archive),
      dryRun: dryRun !== false,
    }
    const answer = (await mutate(ImportWorkshopDocument, { input })).importWorkshop
    if (!('report' in answer)) return { message: answer.message }
    return { report: answer.report, slug: answer.workshop?.slug ?? null }
  } catch (error) {
    if (error instanceof OperationFailed) return { message: error.message }
    throw error
  }
}
