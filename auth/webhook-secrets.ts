import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyedHash } from './secret.ts'

/** Secrets that sign webhooks. The server has to read them, so they are encrypted where the database keeps them. */

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A new secret, in the form that libraries for Standard Webhooks take. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** The secret as it is kept. It can be opened for this webhook only. */
export function sealWebhookSecret(secret: string, webhookId: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(webhookId))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** The secret of a webhook; null where it was sealed with another AUTH_SECRET or for another webhook. */
export function openWebhookSecret(sealed: Uint8Array, webhookId: string): string | null {
  const bytes = Buffer.from(sealed)
  const [nonce, text] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES + TAG_BYTES)]
  const decipher = createDecipheriv('aes-256-gcm', key(), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(webhookId))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function key(): Buffer {
  return keyedHash('encrypt the secrets of webhooks', 'aes-256-gcm')
}
