import pino from 'pino'
import { logLevel } from '#env.ts'

/** The server's log: JSON lines on stderr, without e-mail addresses, tokens or cookies. */

const REDACTED = [
  'email',
  '*.email',
  'token',
  '*.token',
  'cookie',
  '*.cookie',
  '*.authorization',
  'req.headers.cookie',
  'req.headers.authorization',
]

// Messages of libraries may quote what a person typed, so the finished line is cleaned as well.
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g
const SECRET_PARAMETER = /\b(token|code|secret|password)=[^\s&"']+/gi
const BEARER = /\bBearer\s+[\w.~+/-]+=*/g

export const log = pino(
  {
    level: logLevel(),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: REDACTED,
    hooks: {
      streamWrite: (line) =>
        line
          .replace(EMAIL, '[email]')
          .replace(SECRET_PARAMETER, '$1=[secret]')
          .replace(BEARER, 'Bearer [secret]'),
    },
  },
  pino.destination({ dest: 2, sync: true }),
)
