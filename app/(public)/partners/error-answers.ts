/** How an error comes about, and what the answer then is. */
export type ErrorAnswer = {
  /** The query, where one is asked; else what is sent, in words. */
  asked: { query: string } | { words: string }
  errors: readonly { message: string; path?: readonly string[]; extensions: Record<string, string> }[]
  data?: unknown
}

const REQUEST_ID = '019f5d0c-6a52-7c1e-9b7e-2f4f1f0b8c11'

function one(code: string, message: string, more: { path?: string[]; requestId?: string } = {}) {
  const { path, requestId } = more
  return [{ message, ...(path && { path }), extensions: { code, ...(requestId && { requestId }) } }]
}

/** An example of the answer with each code. */
export const ERROR_ANSWERS: Readonly<Record<string, ErrorAnswer>> = {
  UNAUTHENTICATED: {
    asked: { words: 'Any query, with a token that was revoked.' },
    errors: one('UNAUTHENTICATED', 'This token is not valid. Ask the Lab for a new one.'),
  },
  FORBIDDEN: {
    asked: { query: '{ workshop(slug: "peer-support-2017") { slug statements { title } } }' },
    errors: one(
      'FORBIDDEN',
      'This token does not have the scope content:read. Ask the Lab for one that has it.',
      {
        path: ['workshop', 'statements'],
      },
    ),
    data: { workshop: { slug: 'peer-support-2017', statements: null } },
  },
  NOT_FOUND: {
    asked: { query: '{ workshop(slug: "no-such-workshop") { title } }' },
    errors: one(
      'NOT_FOUND',
      'This was not found. It may have been removed, or you may need to sign in to see it.',
      {
        path: ['workshop'],
      },
    ),
    data: { workshop: null },
  },
  RESULTS_HIDDEN: {
    asked: {
      words: 'The result of a round that is open and hides its tallies, by somebody who is signed in.',
    },
    errors: one('RESULTS_HIDDEN', 'Results are hidden until voting closes. Come back then.', {
      path: ['round', 'result'],
    }),
    data: { round: { result: null } },
  },
  GRAPHQL_PARSE_FAILED: {
    asked: { query: '{ publishedWorkshops { totalCount }' },
    errors: one('GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'),
  },
  GRAPHQL_VALIDATION_FAILED: {
    asked: { query: '{ publishedWorkshops { total } }' },
    errors: one('GRAPHQL_VALIDATION_FAILED', 'Cannot query field "total" on type "WorkshopConnection".'),
  },
  OPERATION_RESOLUTION_FAILURE: {
    asked: { query: 'query A { __typename } query B { __typename }' },
    errors: one(
      'OPERATION_RESOLUTION_FAILURE',
      'Name one of the operations of the document in `operationName`.',
    ),
  },
  BAD_USER_INPUT: {
    asked: { query: '{ publishedWorkshops(first: 101) { totalCount } }' },
    errors: one('BAD_USER_INPUT', 'Ask for 1 to 100 rows with `first`.', { path: ['publishedWorkshops'] }),
    data: null,
  },
  BAD_REQUEST: {
    asked: { words: 'A body that breaks off: {"query":' },
    errors: one('BAD_REQUEST', 'The body is not JSON. Send {"query": "…", "variables": {}}.'),
  },
  PERSISTED_QUERY_NOT_FOUND: {
    asked: { words: 'The hash of a query without the query, from a client that expects it to be kept.' },
    errors: one('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'),
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    asked: { words: 'The hash of a query without the query.' },
    errors: one('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported'),
  },
  METHOD_NOT_ALLOWED: {
    asked: { words: 'A request by PUT.' },
    errors: one('METHOD_NOT_ALLOWED', 'Use GET or POST.'),
  },
  PAYLOAD_TOO_LARGE: {
    asked: { words: 'A body of 110,000 bytes.' },
    errors: one('PAYLOAD_TOO_LARGE', 'The request is larger than 100,000 bytes. Send less at a time.'),
  },
  RATE_LIMITED: {
    asked: { words: 'One query more than the token may ask in a minute.' },
    errors: one('RATE_LIMITED', 'This token has used up its minute. Come back in 40 seconds.'),
  },
  TIMEOUT: {
    asked: { words: 'A query that takes longer than ten seconds.' },
    errors: one('TIMEOUT', 'This took too long and nothing was changed. Try again in a moment.'),
  },
  SERVICE_UNAVAILABLE: {
    asked: { words: 'Any query, while the database is being restarted.' },
    errors: one(
      'SERVICE_UNAVAILABLE',
      'The service cannot reach its data at the moment. Nothing you typed is lost; try again in a moment.',
    ),
  },
  INTERNAL_SERVER_ERROR: {
    asked: { words: 'A query that meets a mistake of ours.' },
    errors: one(
      'INTERNAL_SERVER_ERROR',
      `Something went wrong on our side. Try again; if it happens again, tell us this number: ${REQUEST_ID}.`,
      { requestId: REQUEST_ID },
    ),
  },
}

/** What a refused act answers, for one code: the others have the same form. */
export const REFUSED_ACT = {
  data: {
    castVote: {
      __typename: 'Refusal',
      code: 'VOTE_LIMIT_REACHED',
      message: 'You have used your four dots. Take one back to move it.',
      field: null,
    },
  },
}
