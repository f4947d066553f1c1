import { type DocumentNode, getOperationAST, specifiedRules, validate } from 'graphql'
import { readExportLink } from '#auth/export-links.ts'
import type { Database } from '#db/client.ts'
import {
  type Admission,
  type Asking,
  admitFurther,
  admitToken,
  admitTokenById,
  countTokenError,
} from '#db/queries/partner-usage.ts'
import { isMoment } from '#domain/dates.ts'
import { type ExportFile, readExportFileName, shapeOf } from '#domain/exports.ts'
import { isWithinBudget, reaches, readBearer, SCOPE_NAMES } from '#domain/tokens.ts'
import { log } from '#log.ts'
import { createPartnerContext } from './context.ts'
import { type Early, earlyFor, earlyResponse, NO_TOKEN } from './early-answers.ts'
import type { FilePass, FileRequest, InProcess } from './in-process.ts'
import { costOf, HTTP_RULES } from './limits.ts'
import { overBudget, type PartnerDoor } from './partner-door.ts'
import { createMeter } from './partner-meter.ts'

// A file keeps one of two cores busy for as long as it takes, so those beyond a few are asked to come again.
const MOST_AT_ONCE = 3

/** Lets tokens in to bulk files. The limits of a minute stand at the entrance: a file that has begun goes on to its end. */
export function createOpenFile(db: Database, door: PartnerDoor): InProcess['openFile'] {
  const busy = new Set<string>()
  return async (request) => {
    const requestId = request.headers.get('x-request-id') ?? ''
    try {
      const opened = await open(db, door, busy, request, requestId)
      return 'status' in opened ? earlyResponse(opened) : opened
    } catch (error) {
      return earlyResponse(earlyFor(error, requestId))
    }
  }
}

async function open(
  db: Database,
  door: PartnerDoor,
  busy: Set<string>,
  request: FileRequest,
  requestId: string,
): Promise<FilePass | Early> {
  const file = readExportFileName(request.fileName)
  if (file === null) return NO_FILE
  const asking = {
    cost: 0,
    operation: `export ${file.name}`,
    address: request.headers.get('x-qlab-remote-address') ?? '',
  }
  const admission = await admit(db, request, asking)
  if ('status' in admission) return admission
  const { tokenId } = admission
  const no = refuse(file, request, admission, busy)
  if (no) {
    await countTokenError(db, tokenId)
    return no
  }
  busy.add(tokenId)
  return {
    file,
    updatedSince: request.url.searchParams.get('updatedSince'),
    readsContent: reaches(admission.scopes, 'CONTENT'),
    headers: createMeter(db, admission, true).headers(),
    ask: askAs(db, door, { tokenId, asking, requestId, origin: request.url.origin }),
    noteError(error) {
      log.warn({ requestId, err: error }, 'a bulk file broke off')
      countTokenError(db, tokenId).catch((err) => log.warn({ requestId, err }, 'an error was not counted'))
    },
    close: () => busy.delete(tokenId),
  }
}

const NO_FILE: Early = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is no file of this name. The documentation for partners lists them.',
}

const NO_LINK: Early = {
  ...NO_TOKEN,
  message: 'This link is over, was changed, or belongs to a token that has ended. Make a new one.',
}

function admit(
  db: Database,
  { fileName, url, headers }: FileRequest,
  asking: Asking,
): Promise<Admission | Early> | Early {
  const header = headers.get('authorization')
  if (header !== null) {
    const shown = readBearer(header)
    return shown === null ? NO_TOKEN : admitToken(db, shown, asking).then((found) => found ?? NO_TOKEN)
  }
  if (!url.searchParams.has('signature')) return NO_TOKEN
  const tokenId = readExportLink(fileName, url.searchParams, new Date())
  return tokenId === null ? NO_LINK : admitTokenById(db, tokenId, asking).then((found) => found ?? NO_LINK)
}

function refuse(
  file: ExportFile,
  { url }: FileRequest,
  admission: Admission,
  busy: ReadonlySet<string>,
): Early | null {
  const { scope, since } = shapeOf(file)
  if (scope !== null && !reaches(admission.scopes, scope)) {
    const message = `This token does not have the scope ${SCOPE_NAMES[scope]}. Ask the Lab for one that has it.`
    return { status: 403, code: 'FORBIDDEN', message }
  }
  const updatedSince = url.searchParams.get('updatedSince')
  if (updatedSince !== null && !since)
    return badQuery('This file cannot be narrowed: leave `updatedSince` out.')
  if (updatedSince !== null && !isMoment(updatedSince)) {
    return badQuery('Give `updatedSince` a moment in ISO 8601, like 2017-07-13T15:42:00Z.')
  }
  if (!isWithinBudget(admission, admission)) {
    const { secondsLeft } = admission
    return comeBack(429, 'RATE_LIMITED', overBudget(secondsLeft).message, secondsLeft)
  }
  if (busy.has(admission.tokenId)) {
    return comeBack(
      429,
      'RATE_LIMITED',
      'This token is fetching a file already. Fetch one after the other.',
      5,
    )
  }
  if (busy.size < MOST_AT_ONCE) return null
  return comeBack(503, 'SERVICE_UNAVAILABLE', 'Too many files are being fetched at once. Come back soon.', 5)
}

function badQuery(message: string): Early {
  return { status: 400, code: 'BAD_USER_INPUT', message }
}

function comeBack(status: number, code: string, message: string, seconds: number): Early {
  return { status, code, message, headers: { 'retry-after': String(seconds) } }
}

type Asker = { tokenId: string; asking: Asking; requestId: string; origin: string }

function askAs(
  db: Database,
  { schema, execute }: PartnerDoor,
  { tokenId, asking, requestId, origin }: Asker,
): FilePass['ask'] {
  return async <TData, TVariables>(document: DocumentNode, variables: TVariables): Promise<TData> => {
    const admission = await admitFurther(db, tokenId, { ...asking, cost: weigh(schema, document) })
    if (admission === null) throw new Error('The token has ended.')
    const { scopes, workshopIds } = admission
    const viewer = { platformRole: null, seats: [], partner: { tokenId, scopes, workshopIds } }
    const context = createPartnerContext(db, viewer, { requestId, origin, meter: null })
    const { data, errors } = await execute(
      document,
      undefined,
      context,
      Object.fromEntries(Object.entries(variables ?? {})),
    )
    const [error] = errors?.filter(({ extensions }) => extensions.code !== 'NOT_FOUND') ?? []
    if (error) throw error
    // The document's type says what its data is; the executor is the only place that cannot know it.
    return data as TData
  }
}

/** What a document of ours costs, which is weighed, and held to the limits of all documents, when it first comes. */
function weigh(schema: PartnerDoor['schema'], document: DocumentNode): number {
  const operation = getOperationAST(document)
  if (operation == null) throw new Error('A document holds one operation.')
  if (costOf(operation) === 0) {
    const [error] = validate(schema, document, [...specifiedRules, ...HTTP_RULES])
    if (error) throw error
  }
  return costOf(operation)
}
