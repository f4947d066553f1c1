import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What one round's secret is used for, each use with a key of its own: who a ballot belongs to, which issue a dot is on, and
 * the text of files of ballots on their way in.
 */
export type BallotKey = { voter: Buffer; dot: Buffer; text: Buffer }

/** Bytes of a sealed dot: one block of AES. */
export const SEAL_BYTES = 16
const VOTER_PART = 12
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The keys of a round from the 32 random bytes in its file. */
export function deriveBallotKey(secret: Uint8Array): BallotKey {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `qlab ballot ${use}`, 32))
  return { voter: derive('voter'), dot: derive('dot'), text: derive('text') }
}

/** The name of a seat's ballot: without the key nobody gets from one to the other. */
export function voterOf(key: BallotKey, seatId: string): Buffer {
  return createHmac('sha256', key.voter).update(`seat:${seatId.toLowerCase()}`).digest()
}

/** The name of a ballot from a file, whose voter is known by name only and apart from every seat. */
export function importedVoterOf(key: BallotKey, name: string): Buffer {
  return createHmac('sha256', key.voter).update(`imported:${name}`).digest()
}

/**
 * A dot as it is stored: the start of the voter's name and the option's position, as one encrypted block. The same dot of
 * the same voter is always the same block, so the database can hold it once; two voters' dots on one option share nothing.
 */
export function sealDot(key: BallotKey, voter: Uint8Array, position: number): Buffer {
  const [seal] = sealDots(key, [{ voter, position }])
  if (seal === undefined) throw new Error('One dot has one seal.')
  return seal
}

/** Many dots, each as `sealDot` seals it, in a fraction of the time. */
export function sealDots(key: BallotKey, dots: readonly { voter: Uint8Array; position: number }[]): Buffer[] {
  const blocks = Buffer.alloc(dots.length * SEAL_BYTES)
  for (const [at, { voter, position }] of dots.entries()) {
    blocks.set(voter.subarray(0, VOTER_PART), at * SEAL_BYTES)
    blocks.writeUInt32BE(position, at * SEAL_BYTES + VOTER_PART)
  }
  const cipher = createCipheriv('aes-256-ecb', key.dot, null).setAutoPadding(false)
  const sealed = Buffer.concat([cipher.update(blocks), cipher.final()])
  return dots.map((_, at) => sealed.subarray(at * SEAL_BYTES, (at + 1) * SEAL_BYTES))
}

/** The positions of the options that a voter's dots are on, from their seals one after the other. Throws on a dot of another ballot. */
export function openDots(key: BallotKey, voter: Uint8Array, seals: Uint8Array): number[] {
  const decipher = createDecipheriv('aes-256-ecb', key.dot, null).setAutoPadding(false)
  const blocks = Buffer.concat([decipher.update(seals), decipher.final()])
  const own = Buffer.from(voter.subarray(0, VOTER_PART))
  return Array.from({ length: blocks.length / SEAL_BYTES }, (_, at) => {
    const block = blocks.subarray(at * SEAL_BYTES, (at + 1) * SEAL_BYTES)
    if (!own.equals(block.subarray(0, VOTER_PART)))
      throw new Error('A dot does not belong to the ballot that it is stored with.')
    return block.readUInt32BE(VOTER_PART)
  })
}

/** A text that can be read only while its round is open. */
export function sealText(key: BallotKey, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.text, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The text that `sealText` sealed. Throws where it was sealed with another key. */
export function openText(key: BallotKey, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key.text, bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
