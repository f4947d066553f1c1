import type { IncomingMessage, ServerResponse } from 'node:http'
import { type DocumentNode, getOperationAST, parse } from 'graphql'
import { type Admission, admitToken, countTokenError } from '#db/queries/partner-usage.ts'
import { isWithinBudget, readBearer } from '#domain/tokens.ts'
import { log } from '#log.ts'
import { askAgain, askApollo, type Said } from './asking.ts'
import { createPartnerContext } from './context.ts'
import { corsHeaders } from './cors.ts'
import { METHOD_NOT_ALLOWED, NO_TOKEN, sendEarly } from './early-answers.ts'
import { denied } from './errors.ts'
import type { KnownRequest } from './known-documents.ts'
import { costOf, LIMITS } from './limits.ts'
import type { MediaType } from './media-type.ts'
import { seal } from './partner-answers.ts'
import { overBudget } from './partner-door.ts'
import { createMeter, type Meter } from './partner-meter.ts'
import type { GraphqlServer } from './server.ts'

/** What the handler has read of a request before it knows whose it is. */
type Asked = { body: unknown; accept: MediaType; origin: string; requestId: string }

/** Answers a request that shows a token. Cookies are not looked at. */
export async function answerPartner(
  server: GraphqlServer,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
): Promise<void> {
  const shown = readBearer(req.headers.authorization ?? '')
  if (shown === null) return sendEarly(res, NO_TOKEN)
  const known = server.partner.known.find(asked.body)
  const operation = known && getOperationAST(known.document, known.operationName)
  const admission = await admitToken(server.db, shown, {
    cost: operation ? costOf(operation) : 0,
    operation: operation ? (operation.name?.value ?? '') : null,
    address: String(req.headers['x-qlab-remote-address'] ?? ''),
  })
  if (admission === null) return sendEarly(res, NO_TOKEN)
  const meter = createMeter(server.db, admission, operation != null)
  const said = isWithinBudget(admission, admission)
    ? await ask(server, req, asked, { admission, meter, known })
    : tooMuch(asked.accept, meter)
  if (said === null) return sendEarly(res, METHOD_NOT_ALLOWED)
  if (said.text.startsWith('{"errors"')) noteError(server, admission, asked.requestId)
  await send(req, res, said, {
    ...corsHeaders(req.headers.origin, admission.origins),
    ...Object.fromEntries(meter.headers()),
  })
}

type Admitted = { admission: Admission; meter: Meter; known: KnownRequest | null }

/** Null for a mutation by GET, which the method forbids before anybody's rights do. */
async function ask(
  server: GraphqlServer,
  req: IncomingMessage,
  { body, accept, origin, requestId }: Asked,
  { admission, meter, known }: Admitted,
): Promise<Said | null> {
  if (known === null && asksMutation(body ?? queryOf(req.url))) {
    return req.method === 'GET' ? null : forbidden(accept)
  }
  const { tokenId, scopes, workshopIds } = admission
  const viewer = { platformRole: null, seats: [], partner: { tokenId, scopes, workshopIds } }
  const findContext = async () => createPartnerContext(server.db, viewer, { requestId, origin, meter })
  return (
    (await askAgain(server.partner, body, accept, findContext)) ??
    (await askApollo(server.partner, req, body, accept, findContext))
  )
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  said: Said,
  more: Record<string, string>,
): Promise<void> {
  const sealed = await seal(req, said)
  res.statusCode = sealed.status
  for (const [name, value] of said.headers) if (name !== 'content-length') res.setHeader(name, value)
  for (const [name, value] of Object.entries({ ...sealed.headers, ...more })) {
    if (value !== undefined) res.setHeader(name, value)
  }
  res.end(sealed.body)
}

/** A partner's contract has no mutations; that they are not for tokens is worth saying all the same. */
function asksMutation(asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null || !('query' in asked)) return false
  if (typeof asked.query !== 'string' || !/\bmutation\b/.test(asked.query)) return false
  const document = tryParse(asked.query)
  const name =
    'operationName' in asked && typeof asked.operationName === 'string' ? asked.operationName : undefined
  return document !== null && getOperationAST(document, name)?.operation === 'mutation'
}

function tryParse(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: LIMITS.tokens, noLocation: true })
  } catch {
    return null
  }
}

function queryOf(url = ''): Record<string, string> {
  const at = url.indexOf('?')
  return at === -1 ? {} : Object.fromEntries(new URLSearchParams(url.slice(at)))
}

function forbidden(accept: MediaType): Said {
  const { message, extensions } = denied('FORBIDDEN')
  return jsonOf(accept, 200, { errors: [{ message, extensions }], data: null })
}

function tooMuch(accept: MediaType, { secondsLeft }: Meter): Said {
  const { message, extensions } = overBudget(secondsLeft)
  const said = jsonOf(accept, 429, { errors: [{ message, extensions }] })
  return { ...said, headers: [...said.headers, ['retry-after', String(secondsLeft)]] }
}

function jsonOf(accept: MediaType, status: number, body: unknown): Said {
  return {
    status,
    headers: [['content-type', `${accept}; charset=utf-8`]],
    text: `${JSON.stringify(body)}\n`,
  }
}

/** Figures for people to look at: an answer does not wait for them. */
function noteError({ db }: GraphqlServer, { tokenId }: Admission, requestId: string): void {
  countTokenError(db, tokenId).catch((err) =>
    log.warn({ requestId, err }, 'an error of a partner was not counted'),
  )
}
