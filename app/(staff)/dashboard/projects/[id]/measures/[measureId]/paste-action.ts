'use server'

import { DAY_ORDERS } from '#domain/written-days.ts'
import { COMMA_READINGS } from '#domain/written-numbers.ts'
import { mutate, OperationFailed } from '../../../../../../_apollo/server.ts'
import type { ChosenReadings } from '../../../../sheet-reading.tsx'
import { ImportMeasurePointsDocument, type ImportMeasurePointsMutation } from './measure.generated.ts'

type Answer = ImportMeasurePointsMutation['importMeasurePoints']

/** What a paste would do, did, or why not. */
export type PasteAnswer =
  | { report: Extract<Answer, { report: unknown }>['report']; message?: undefined }
  | { report?: undefined; message: string }

type Asked = {
  measureId: string
  text: string
  /** What was said of a file that can be read in two ways. */
  choices: ChosenReadings
  dryRun: boolean
}

/** Ten thousand lines are more than one request of the API may carry, so they come this way. */
export async function pastePoints({ measureId, text, choices, dryRun }: Asked): Promise<PasteAnswer> {
  try {
    const input = {
      measureId: String(measureId),
      text: String(text),
      choices: {
        commas: COMMA_READINGS.find((value) => value === choices?.COMMAS),
        dayOrder: DAY_ORDERS.find((value) => value === choices?.DAY_ORDER),
      },
      dryRun: dryRun === true,
    }
    const answer = (await mutate(ImportMeasurePointsDocument, { input })).importMeasurePoints
    return 'report' in answer ? { report: answer.report } : { message: answer.message }
  } catch (error) {
    if (error instanceof OperationFailed) return { message: error.message }
    throw error
  }
}
