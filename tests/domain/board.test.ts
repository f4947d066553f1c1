import { expect, test } from 'vitest'
import type { BoardCard } from '#app/(participant)/workshops/[slug]/board/board-cards.ts'
import { drawBoard, wrap } from '#app/(participant)/workshops/[slug]/board/draw-board.ts'
import {
  CARD,
  cellUnder,
  type Item,
  inRows,
  type LaidCard,
  layOut,
  openingView,
  placeInNext,
} from '#app/(participant)/workshops/[slug]/board/lay-out.ts'

const cards = (count: number, name = 'card'): LaidCard[] =>
  Array.from({ length: count }, (_, place) => ({ id: `${name} ${place}`, place: null }))

const cardsOf = <Card extends LaidCard>(items: readonly Item<Card>[]) =>
  items.filter((item) => item.type === 'card')

const overlap = (one: Item, other: Item) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

test('five hundred cards lie beside each other, each inside its frame', () => {
  const rows = ['first', 'second', 'third', 'fourth'].map((id) => ({
    id,
    title: id,
    cells: ['soon', 'later', 'never'].map((title, place) => ({
      id: `${id} ${title}`,
      title,
      cards: cards(25 + 17 * place, `${id} ${title}`),
    })),
  }))
  const items = layOut(rows)
  const laid = cardsOf(items)
  expect(laid).toHaveLength(504)
  for (const [place, card] of laid.entries()) {
    expect(laid.slice(place + 1).filter((other) => overlap(card, other))).toEqual([])
    const frame = items.find(({ type, id }) => type === 'cell' && card.id.startsWith(`${id} `))
    if (!frame) throw new Error(`${card.id} has no frame`)
    expect(card.x).toBeGreaterThan(frame.x)
    expect(card.y + CARD.height).toBeLessThan(frame.y + frame.height)
    expect(card.x + CARD.width).toBeLessThan(frame.x + frame.width)
  }
})

test('a heading is read before what it heads', () => {
  const items = layOut([{ id: 'row', title: 'Row', cells: [{ id: 'cell', title: 'Cell', cards: cards(2) }] }])
  expect(items.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'row row',
    'cell cell',
    'card card 0',
    'card card 1',
  ])
})

test('a card that somebody has moved lies where they put it, and the others stay where they were', () => {
  const before = cards(5)
  const after = before.map((card, place) => (place === 1 ? { ...card, place: { x: -400, y: 9 } } : card))
  const lay = (of: readonly LaidCard[]) => cardsOf(layOut(inRows([{ id: 'cell', title: 'Cell', cards: of }])))
  expect(lay(after)[1]).toMatchObject({ x: -400, y: 9 })
  const others = (items: ReturnType<typeof lay>) =>
    items.flatMap(({ id, x, y }, place) => (place === 1 ? [] : [{ id, x, y }]))
  expect(others(lay(after))).toEqual(others(lay(before)))
})

const THREE = ['soon', 'later', 'never'].map((id) => ({ id, title: id, cards: cards(2, id) }))

test('a card lies in its own frame or between frames, never on the paper of another', () => {
  const [soon, later] = layOut(inRows(THREE)).filter(({ type }) => type === 'cell')
  if (!soon || !later) throw new Error('There are no frames')
  const putAt = (place: LaidCard['place']) => {
    const cells = THREE.map((cell) => ({
      ...cell,
      cards: cell.cards.map((one) => (one.id === 'soon 0' ? { ...one, place } : one)),
    }))
    return layOut(inRows(cells)).find(({ id }) => id === 'soon 0')
  }
  const between = { x: soon.x + soon.width + 16 - CARD.width / 2, y: soon.y }
  expect(putAt({ x: soon.x + 1, y: soon.y + 90 })).toMatchObject({ x: soon.x + 1, y: soon.y + 90 })
  expect(putAt(between)).toMatchObject(between)
  expect(putAt({ x: later.x + 1, y: later.y + 90 })).toMatchObject({ x: putAt(null)?.x, y: putAt(null)?.y })
})

test('the frame below a card is the one below its middle', () => {
  const items = layOut(inRows(THREE))
  const later = items.find(({ id }) => id === 'later')
  if (!later) throw new Error('There is no such frame')
  expect(cellUnder(items, { x: later.x - CARD.width / 2, y: later.y })?.id).toBe('later')
  expect(cellUnder(items, { x: later.x - CARD.width / 2 - 1, y: later.y })).toBeNull()
  expect(cellUnder(items, { x: -9000, y: 0 })).toBeNull()
})

test('from each frame a card goes into the next one, until there is none that way', () => {
  const rows = [1, 2].map((row) => ({
    id: `row ${row}`,
    title: `Row ${row}`,
    cells: THREE.map((cell) => ({ ...cell, id: `${cell.id} ${row}`, cards: cards(2, `${cell.id} ${row}`) })),
  }))
  const items = layOut(rows)
  const walk = (from: LaidCard['place'], ...ways: [-1 | 0 | 1, -1 | 0 | 1][]) =>
    ways.reduce<LaidCard['place']>((at, [x, y]) => at && placeInNext(items, at, { x, y }), from)
  const under = (at: LaidCard['place']) => at && cellUnder(items, at)?.id
  const start = items.find(({ id }) => id === 'soon 1 1') ?? null
  expect(under(walk(start, [1, 0]))).toBe('later 1')
  expect(under(walk(start, [1, 0], [1, 0]))).toBe('never 1')
  expect(under(walk(start, [1, 0], [0, 1], [-1, 0]))).toBe('soon 2')
  expect(walk(start, [-1, 0])).toBeNull()
  expect(walk(start, [0, -1])).toBeNull()
})

test('an empty frame has room for one row of cards, and a board without frames is empty', () => {
  const [frame] = layOut(inRows([{ id: 'cell', title: 'Cell', cards: [] }]))
  expect(frame?.height).toBeGreaterThan(CARD.height)
  expect(layOut([])).toEqual([])
})

test('twelve areas stand in three rows of four', () => {
  const cells = Array.from({ length: 12 }, (_, place) => ({ id: `${place}`, title: '', cards: [] }))
  expect(inRows(cells).map((row) => row.cells.length)).toEqual([4, 4, 4])
})

const laidOut = (count: number, place: LaidCard['place'] = null) =>
  layOut([
    {
      id: 'row',
      title: 'Row',
      cells: ['soon', 'later', 'never'].map((id) => ({
        id,
        title: id,
        cards: cards(count, id).map((card, at) => (at === 0 ? { ...card, place } : card)),
      })),
    },
  ])
const DESK = { width: 1216, height: 576 }
const PHONE = { width: 358, height: 560 }

test('a board opens as wide as the screen, its top left at the top left', () => {
  const view = openingView(laidOut(3), { ...DESK, width: 1500 })
  const width = Math.max(...laidOut(3).map((item) => item.x + item.width))
  expect(view.zoom * width).toBeCloseTo(1500 - 32)
  expect(view).toMatchObject({ x: 16, y: 16 })
})

test('however much hangs on it, and however small the screen, its words can be read', () => {
  for (const size of [DESK, PHONE]) {
    expect(openingView(laidOut(160), size)).toEqual({ x: 16, y: 16, zoom: 0.7 })
    expect(openingView(laidOut(160, { x: -9000, y: -9000 }), size)).toEqual({ x: 16, y: 16, zoom: 0.7 })
  }
  expect(openingView(layOut([]), DESK)).toEqual({ x: 16, y: 16, zoom: 1 })
})

test('rows on which nothing hangs yet are passed over', () => {
  const empty = { id: 'empty', title: 'Empty', cells: [{ id: 'none', title: 'None', cards: [] }] }
  const full = { id: 'full', title: 'Full', cells: [{ id: 'some', title: 'Some', cards: cards(2) }] }
  const items = layOut([empty, full])
  const heading = items.find(({ id }) => id === 'full')
  const { y, zoom } = openingView(items, DESK)
  expect(y + (heading?.y ?? 0) * zoom).toBeCloseTo(16)
  expect(openingView(layOut([empty]), DESK).y).toBe(16)
})

test('a board that opens with an open card has it in the middle', () => {
  const items = laidOut(160)
  const card = items.find(({ id }) => id === 'never 100')
  if (!card) throw new Error('The card is not on the board')
  const { x, y, zoom } = openingView(items, DESK, card.id)
  expect(x + (card.x + CARD.width / 2) * zoom).toBeCloseTo(DESK.width / 2)
  expect(y + (card.y + CARD.height / 2) * zoom).toBeCloseTo(DESK.height / 2)
})

const widthOf = (text: string) => text.length

test('words are broken into lines, and words longer than a line too', () => {
  expect(wrap('one two three', 7, 9, widthOf)).toEqual(['one two', 'three'])
  expect(wrap('incomprehensible', 6, 9, widthOf)).toEqual(['incomp', 'rehens', 'ible'])
  expect(wrap('one\n\ntwo', 7, 9, widthOf)).toEqual(['one', '', 'two'])
})

test('what does not fit ends in an ellipsis', () => {
  expect(wrap('one two three four', 7, 2, widthOf)).toEqual(['one two', 'three…'])
})

const card: BoardCard = {
  id: 'card',
  of: 'ideas',
  text: '<script>alert("1 & 2")</script>',
  codes: ['E1'],
  hue: 0,
  note: null,
  counts: [{ kind: 'QUESTION', count: 2 }],
  pins: [],
  label: '',
  place: null,
  frame: { id: 'cell', label: 'Evidence', fields: { areaId: 'cell' } },
  mayChange: true,
}

test('the picture of a board holds every card where it lies now, its words as text', () => {
  const items = layOut(inRows([{ id: 'cell', title: 'Evidence', cards: [card] }]))
  const places = new Map([['card', { x: 4000, y: 2000 }]])
  const { svg, width, height } = drawBoard(
    'Peer support',
    items,
    places,
    (text, size) => text.length * size * 0.5,
  )
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).toContain('Evidence (1)')
  expect(svg).toContain('2 questions')
  expect(width).toBeGreaterThan(4000 + CARD.width)
  expect(height).toBeGreaterThan(2000 + CARD.height)
})
