'use server'

import { mutate, OperationFailed } from '../../../../../../_apollo/server.ts'
import { ImportMeasurePointsDocument, type ImportMeasurePointsMutation } from './measure.generated.ts'

type Answer = ImportMeasurePointsMutation['importMeasurePoints']

/** What a paste would do, did, or why not. */
export type PasteAnswer =
  | { report: Extract<Answer, { report: unknown }>['report']; message?: undefined }
  | { report?: undefined; message: string }

/** Ten thousand lines are more than one request of the API may carry, so they come this way. */
export async function pastePoints(measureId: string, text: string, dryRun: boolean): Promise<PasteAnswer> {
  try {
    const input = { measureId: String(measureId), text: String(text), dryRun: dryRun === true }
    const answer = (await mutate(ImportMeasurePointsDocument, { input })).importMeasurePoints
    return 'report' in answer ? { report: answer.report } : { message: answer.message }
  } catch (error) {
    if (error instanceof OperationFailed) return { message: error.message }
    throw error
  }
}
