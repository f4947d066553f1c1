import { expect, test } from 'vitest'
import { CARD_PARTS, partOf, pinAt, readPin, writePin } from '#domain/pins.ts'

test('a card has nine parts, and the midst of each lies in it', () => {
  expect(CARD_PARTS).toHaveLength(9)
  expect(CARD_PARTS.map(({ midst }) => partOf(midst))).toEqual(CARD_PARTS.map(({ name }) => name))
  expect(CARD_PARTS[0]).toEqual({ name: 'top left', midst: { x: 167, y: 167 } })
  expect(partOf({ x: 0, y: 1000 })).toBe('bottom left')
  expect(partOf({ x: 1000, y: 500 })).toBe('right')
})

test('a press on a card puts the pin where it was pressed, and a press beside it nowhere', () => {
  const card = { left: 100, top: 50, width: 240, height: 192 }
  expect(pinAt({ x: 160, y: 98 }, card)).toEqual({ x: 250, y: 250 })
  expect(pinAt({ x: 340, y: 242 }, card)).toEqual({ x: 1000, y: 1000 })
  expect(pinAt({ x: 0, y: 0 }, card)).toBeNull()
})

test('a pin is read as it was written, and what is no pin is none', () => {
  for (const pin of [null, { x: 0, y: 0 }, { x: 1000, y: 37 }]) expect(readPin(writePin(pin))).toEqual(pin)
  for (const junk of ['1', '1,', '-1,2', '1001,2', '1,2,3', 'x']) expect(readPin(junk)).toBeNull()
})
