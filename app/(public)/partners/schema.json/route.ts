import { partnerIntrospection } from '../../../_apollo/partner-contract.ts'
import { serveSchema } from '../serve-schema.ts'

/** The schema as the answer to an introspection query, for tools that generate clients. */
export function GET(request: Request): Response {
  return serveSchema(request, { text: partnerIntrospection(), type: 'application/json; charset=utf-8' })
}
