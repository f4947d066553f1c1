import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatRoomCode,
  makeRoomCode,
  ROOM_CODE_BYTES,
  readRoomCode,
  roomNotFound,
} from '#domain/room-codes.ts'

const bytes = fc.uint8Array({ minLength: ROOM_CODE_BYTES, maxLength: 32 })

test('a code is six letters and digits that nobody mixes up', () => {
  fc.assert(
    fc.property(bytes, (drawn) => {
      expect(makeRoomCode(drawn)).toMatch(/^[CDFGHJKMNPQRTVWXY2-9]{6}$/)
    }),
  )
})

test('a code is the same for the same bytes, and each byte matters', () => {
  const drawn = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])
  expect(makeRoomCode(drawn)).toBe(makeRoomCode(drawn))
  for (const index of drawn.keys()) {
    expect(makeRoomCode(drawn.with(index, 200))).not.toBe(makeRoomCode(drawn))
  }
})

test('every letter comes up about as often in every place', () => {
  const seen = Array.from({ length: 6 }, () => new Map<string, number>())
  for (let draw = 0; draw < 25_000; draw += 1) {
    const code = makeRoomCode(crypto.getRandomValues(new Uint8Array(ROOM_CODE_BYTES)))
    for (const [place, letter] of [...code].entries()) {
      seen[place]?.set(letter, (seen[place].get(letter) ?? 0) + 1)
    }
  }
  for (const place of seen) {
    expect(place.size).toBe(25)
    expect(Math.min(...place.values())).toBeGreaterThan(800)
    expect(Math.max(...place.values())).toBeLessThan(1200)
  }
})

test('too few random bytes are a mistake of the caller', () => {
  expect(() => makeRoomCode(new Uint8Array(ROOM_CODE_BYTES - 1))).toThrow(RangeError)
})

test('a code is read as it was shown, however it is typed', () => {
  fc.assert(
    fc.property(bytes, (drawn) => {
      const code = makeRoomCode(drawn)
      expect(readRoomCode(formatRoomCode(code).toLowerCase())).toBe(code)
      expect(readRoomCode(` ${[...code].join(' ')}\n`)).toBe(code)
    }),
  )
})

test('dashes of every length, full-width letters and look-alikes are read', () => {
  expect(readRoomCode('cdf–ghj')).toBe('CDFGHJ')
  expect(readRoomCode('ＣＤＦ　ＧＨＪ')).toBe('CDFGHJ')
  expect(readRoomCode('szbu55')).toBe('528V55')
})

test.each(['', 'CDFGH', 'CDFGHJK', 'CDFGHO', 'CDFGH1', 'CDFGHA', 'CDFGH💥', 'CDF+GHJ'])(
  '%s cannot be a code',
  (typed) => {
    expect(readRoomCode(typed)).toBeNull()
  },
)

test('a code is shown in two halves', () => {
  expect(formatRoomCode('CDFGHJ')).toBe('CDF-GHJ')
})

test('a code that opens nothing is refused in one way', () => {
  expect(roomNotFound()).toMatchObject({ code: 'ROOM_NOT_FOUND', field: 'code' })
})
