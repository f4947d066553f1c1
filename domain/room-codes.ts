import { type Refusal, refusal } from './refusal.ts'

// Codes are read off a projector and typed with a thumb: of each group of look-alikes at most one is in use, and
// without vowels no code spells a word.
const ALPHABET = 'CDFGHJKMNPQRTVWXY23456789'
const LENGTH = 6
const LOOK_ALIKES: Record<string, string> = { S: '5', Z: '2', B: '8', U: 'V' }

/** So many random bytes make a code that is as good as evenly drawn. */
export const ROOM_CODE_BYTES = 8

/** A room code is six letters and digits, drawn at random from 244 million. */
export function makeRoomCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < ROOM_CODE_BYTES)
    throw new RangeError(`A room code needs ${ROOM_CODE_BYTES} random bytes`)
  const codes = ALPHABET.length ** LENGTH
  let draw = 0
  for (const byte of randomBytes) draw = (draw * 256 + byte) % codes
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET.charAt(draw % ALPHABET.length)
    draw = Math.floor(draw / ALPHABET.length)
  }
  return code
}

/** However I type the code (small letters, a space, a dash, an S for a 5), it is read; null when it cannot be one. */
export function readRoomCode(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
  if (typed.length !== LENGTH) return null
  const code = [...typed].map((letter) => LOOK_ALIKES[letter] ?? letter).join('')
  return [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}

/** A code is shown in two halves, easier to read out: "CDF-GHJ". */
export function formatRoomCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
}

/** The secret behind a QR code: 128 random bits, as 22 letters, digits, dashes and underscores. Nobody types or guesses it. */
export const JOIN_TOKEN_BYTES = 16

/** A text that can be the secret behind a QR code; null when it cannot. */
export function readJoinToken(text: string): string | null {
  return /^[\w-]{22}$/.test(text) ? text : null
}

/** A room as far as letting people in goes; days are those of the workshop's own time zone. */
export type Room = {
  roomOpen: boolean
  startsOn: string
  endsOn: string
  /** The day on which a facilitator opened it outside of its own days. */
  roomOpenedOn: string | null
}

/** A room admits people on the days of its workshop, and on any other day on which a facilitator opens it, unless it is closed. */
export function isRoomOpen(room: Room, today: string): boolean {
  if (!room.roomOpen) return false
  return (room.startsOn <= today && today <= room.endsOn) || room.roomOpenedOn === today
}

/** A code that opens no room is answered in one way, whether the room is closed, gone or never was. */
export function roomNotFound(): Refusal {
  return refusal(
    'ROOM_NOT_FOUND',
    'No open room has this code. Check the code on the screen or the sheet.',
    'code',
  )
}
