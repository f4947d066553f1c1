import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** The only reader of process.env. `.env.example` says what each value is for. */

const text = z.string().trim().min(1)
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be a web address such as https://lab.example.org',
})

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error })
}

/** Addresses, ranges, or the names loopback, linklocal and uniquelocal; none: nobody is believed. */
const proxies = z
  .string()
  .transform((given) => (given.trim() === 'none' ? [] : given.split(',').map((one) => one.trim())))
  .refine((list) => list.every(isAddressOrRange), {
    error: 'must list addresses, ranges such as 10.0.0.0/8, or the words loopback, linklocal and uniquelocal',
  })

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    PORT: wholeNumber(1, 65_535).default(3000),
    TRUSTED_PROXIES: proxies.default(['loopback']),
    PUBLIC_URL: webAddress.transform((url) => new URL(url).origin).optional(),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'must look like postgres://user:password@host:5432/database',
      })
      .optional(),
    DATABASE_POOL: wholeNumber(1, 200).default(10),
    QLAB_DATA_DIR: text.default('.data'),
    BALLOT_KEYS_DIR: text.optional(),
    AUTH_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' })
      .optional(),
    MAILBOX: z.enum(['on', 'off']).optional(),
    MAIL_FROM: text.default('Q Lab Workshops <workshops@localhost>'),
    OIDC_ISSUER: webAddress.optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.default('your organisation'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  })
  .superRefine((values, context) => {
    const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    const missing = oidc.filter((name) => values[name] === undefined)
    if (missing.length > 0 && missing.length < oidc.length) {
      const message = `is missing: single sign-on needs ${oidc.join(', ')} together, or none of them`
      for (const name of missing) context.addIssue({ code: 'custom', path: [name], message })
    }
  })

function isAddressOrRange(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  return isIP(text) !== 0 || ipaddr.isValidCIDR(text)
}

export type Env = z.infer<typeof schema>

/** A reason not to start: the message is one sentence for the person at the terminal. */
export class StartError extends Error {
  override name = 'StartError'
}

/** Reads and checks all settings. An empty value counts as not set. Throws StartError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  // Values are never repeated in the message: several of them are secrets.
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${problem(issue)}`)
  throw new StartError(`${[...new Set(problems)].join('; ')}. Correct it in the environment or in .env.`)
}

function problem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  return issue.message
}

/** Unlike env(), it may be asked before the server has set DATABASE_URL. */
export function logLevel(): Env['LOG_LEVEL'] {
  return parseEnv(process.env).LOG_LEVEL
}

let checked: Env | undefined

/** The settings, checked at first use, so that a build needs none of them. */
export function env(): Env {
  checked ??= parseEnv(process.env)
  return checked
}

/** Sets what is found out at start, for this module and for its copies in Next's bundles. */
export function provide(name: 'DATABASE_URL' | 'AUTH_SECRET', value: string): void {
  process.env[name] = value
  checked = undefined
}
