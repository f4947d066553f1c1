import { createHmac } from 'node:crypto'
import { env } from '#env.ts'

/** The secret that signs cookies and keys hashes. The server makes one at its first start if none is set. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET
  if (secret === undefined)
    throw new Error('AUTH_SECRET is not set: the server sets it before it takes requests.')
  return secret
}

/** A keyed hash. The purpose keeps a hash made for one thing from being good for another. */
export function keyedHash(purpose: string, value: string): Buffer {
  return createHmac('sha256', authSecret()).update(`${purpose}\n${value}`).digest()
}
