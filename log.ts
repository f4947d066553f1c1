import { format } from 'node:util'
import pino from 'pino'
import { logLevel } from '#env.ts'

/** The server's log: JSON lines on stderr, without e-mail addresses, tokens, cookies or what people wrote. */

// Messages of libraries may quote what a person typed, so the finished line is cleaned as well.
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g
const SECRET_PARAMETER = /\b(token|code|secret|password)=[^\s&"']+/gi
const WEBHOOK_SECRET = /\bwhsec_[\w+/=-]+/g
const BEARER = /\bBearer\s+[\w.~+/-]+=*/g

export const log = pino(
  {
    level: logLevel(),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: ['email', '*.email', 'token', '*.token', 'cookie', '*.cookie', '*.authorization'],
    hooks: {
      streamWrite: (line) =>
        line
          .replace(EMAIL, '[email]')
          .replace(SECRET_PARAMETER, '$1=[secret]')
          .replace(WEBHOOK_SECRET, 'whsec_[secret]')
          .replace(BEARER, 'Bearer [secret]'),
    },
  },
  pino.destination({ dest: 2, sync: true }),
)

/** What libraries print goes the same way. */
export function logConsole(): void {
  for (const [method, level] of [
    ['log', 'info'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
  ] as const) {
    console[method] = (...words: unknown[]) => {
      const err = words.find((word) => word instanceof Error)
      log[level]({ err }, format(...words.filter((word) => word !== err)))
    }
  }
}

type ErrorDescription = {
  type: string
  message: string
  code?: unknown
  constraint?: unknown
  frames?: string[]
  cause?: ErrorDescription | undefined
}

/** The whole error but for its values: a refused statement comes with its parameters, which are people's words. */
function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const query = 'query' in error && 'params' in error ? String(error.query) : undefined
  return {
    type: error.name,
    message: query === undefined ? error.message : `Failed query: ${query}`,
    code: 'code' in error ? error.code : undefined,
    constraint: 'constraint_name' in error ? error.constraint_name : undefined,
    frames: error.stack?.match(/^ {4}at .*$/gm)?.map((frame) => frame.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}
