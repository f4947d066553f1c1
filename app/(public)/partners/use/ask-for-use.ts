import { askWithToken } from '../ask-with-token.ts'
import type { UseOfTokenQuery } from './use.generated.ts'

/** What a token tells of itself. */
export type Use = UseOfTokenQuery & { grant: NonNullable<UseOfTokenQuery['grant']> }

const NOT_REACHED = 'The Lab was not reached. Check your connection and try again.'
const ODD = 'The answer could not be read. Try again in a moment.'

/** Asks a token for its use; a sentence where that cannot be had. */
export async function askForUse(query: string, token: string): Promise<Use | string> {
  let response: Response
  try {
    response = await askWithToken({ query, variables: {}, token })
  } catch {
    return NOT_REACHED
  }
  try {
    const { data, errors } = (await response.json()) as {
      data?: UseOfTokenQuery
      errors?: { message: string }[]
    }
    return data?.grant ? { ...data, grant: data.grant } : (errors?.[0]?.message ?? ODD)
  } catch {
    return ODD
  }
}
