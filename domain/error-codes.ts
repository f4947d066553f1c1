import type { RefusalCode } from './refusal.ts'

/** What a caller of the endpoint is told about one code: the HTTP statuses that it comes with, what it means, what to do. */
export type ErrorCode = { code: string; statuses: readonly number[]; meaning: string; remedy: string }

/** The errors of the endpoint, by what they are about. An answer with status 200 may still carry `errors`. */
export const ERROR_CODES: readonly ErrorCode[] = [
  {
    code: 'UNAUTHENTICATED',
    statuses: [401, 200],
    meaning:
      'The token is unknown, misspelt, expired or revoked; or it is missing where one is needed; or a link to a file is over.',
    remedy:
      'Check the Authorization header. If the token has ended, ask the Lab for a new one. Make a new link.',
  },
  {
    code: 'FORBIDDEN',
    statuses: [200, 403],
    meaning: 'The token lacks the scope that a field or a file asks for, or something was to be changed.',
    remedy: 'Leave the field out, or ask the Lab for a token with the scope that the message names.',
  },
  {
    code: 'NOT_FOUND',
    statuses: [200, 404],
    meaning:
      'It does not exist, is not published any more, or is not granted to your token. These look the same.',
    remedy: 'Remove it from your copy.',
  },
  {
    code: 'RESULTS_HIDDEN',
    statuses: [200],
    meaning:
      'The round is not closed and hides its tallies. The result is null; the rest of the answer holds.',
    remedy: 'Ask again after the round has closed.',
  },
  {
    code: 'GRAPHQL_PARSE_FAILED',
    statuses: [200, 400],
    meaning: 'The query is not GraphQL, or is longer than the limit.',
    remedy: 'Look at the line and the column that the error names.',
  },
  {
    code: 'GRAPHQL_VALIDATION_FAILED',
    statuses: [200, 400],
    meaning: 'The query names a field or an argument that the schema does not have, or passes a limit.',
    remedy: 'Compare with the schema reference. If a limit is passed, ask for less, or in two queries.',
  },
  {
    code: 'OPERATION_RESOLUTION_FAILURE',
    statuses: [400],
    meaning:
      'The document holds several operations and the request names none of them, or one that is not there.',
    remedy: 'Send operationName.',
  },
  {
    code: 'BAD_USER_INPUT',
    statuses: [200, 400],
    meaning: 'A variable does not fit its type, a page is too large, or a cursor cannot be read.',
    remedy: 'Follow the message. Cursors are only good for the list that gave them.',
  },
  {
    code: 'BAD_REQUEST',
    statuses: [400, 406, 415],
    meaning: 'The body is not JSON, or the headers ask for what is not offered.',
    remedy: 'Send application/json, and accept application/json.',
  },
  {
    code: 'PERSISTED_QUERY_NOT_FOUND',
    statuses: [200, 400],
    meaning: 'The request has the hash of a query and not the query.',
    remedy: 'Send the query itself.',
  },
  {
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    statuses: [200, 400],
    meaning: 'The client wants to store queries here, which is not offered.',
    remedy: 'Turn persisted queries off in the client.',
  },
  {
    code: 'METHOD_NOT_ALLOWED',
    statuses: [405],
    meaning: 'The request was neither GET nor POST, or a change was sent by GET.',
    remedy: 'Use POST for queries, or GET for those that you want to cache.',
  },
  {
    code: 'PAYLOAD_TOO_LARGE',
    statuses: [413],
    meaning: 'The request is larger than the limit.',
    remedy: 'Send values as variables, and less at a time.',
  },
  {
    code: 'RATE_LIMITED',
    statuses: [429],
    meaning:
      'The token has used up its requests or its cost for this minute, or is fetching another file at the moment.',
    remedy: 'Wait for as many seconds as Retry-After says, then go on.',
  },
  {
    code: 'TIMEOUT',
    statuses: [503],
    meaning: 'The answer took too long.',
    remedy: 'Wait for as long as Retry-After says, then ask again, for a smaller page.',
  },
  {
    code: 'SERVICE_UNAVAILABLE',
    statuses: [503],
    meaning: 'The service cannot reach its data at the moment, or too many files are being fetched at once.',
    remedy: 'Wait for as long as Retry-After says, then ask again.',
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    statuses: [200, 500],
    meaning: 'A mistake of ours.',
    remedy: 'Ask again once. If it stays, send the requestId of the error to the Lab.',
  },
]

/** What the codes of refused acts mean. Only people who sign in meet them: tokens change nothing. */
export const REFUSALS_IN_WORDS: Record<RefusalCode, string> = {
  BAD_USER_INPUT: 'A field does not hold what is asked for.',
  NOT_FOUND: 'What the act is about is not there any more.',
  ROUND_CLOSED: 'Voting is not open.',
  ROUND_FROZEN: 'The rules of a round stay as they are once it has opened.',
  VOTE_LIMIT_REACHED: 'All dots are used.',
  ISSUE_NOT_VOTABLE: 'The issue is not on the roll of the round.',
  RESULTS_HIDDEN: 'Tallies are hidden until the round closes.',
  IDEMPOTENCY_MISMATCH: 'The id was used for another request before.',
  STALE_STATE: 'Somebody else was quicker: look again and decide.',
  STEP_NOT_OPEN: 'The step of the workshop that this belongs to is not open.',
  ROOM_NOT_FOUND: 'No room has this code.',
  RATE_LIMITED: 'Too many tries in a short time.',
  ENTRIES_DIFFER: 'Two entries of the same paper ballots differ.',
  TIE_NEEDS_REASON: 'A tie runs across the cut line and needs a reason.',
  DUPLICATE_IN_BALLOT: 'A ballot names the same issue twice.',
  BALLOT_SIZE: 'A ballot has more dots than the round gives.',
  NOT_ALLOWED_NOW: 'As things stand this cannot be done.',
}
