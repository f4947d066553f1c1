import { partnerContract } from '../../../_apollo/partner-contract.ts'
import { serveSchema } from '../serve-schema.ts'

/** The schema in its own language. */
export function GET(request: Request): Response {
  return serveSchema(request, { text: partnerContract().text, type: 'application/graphql; charset=utf-8' })
}
