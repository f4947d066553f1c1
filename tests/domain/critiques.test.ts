import { describe, expect, test } from 'vitest'
import {
  describeDiscussion,
  inThreads,
  refuseCritique,
  refuseCritiqueEdit,
  refuseCritiqueWithdrawal,
  refusePin,
  refuseReport,
  refuseResolution,
  withoutEmptyStubs,
} from '#domain/critiques.ts'
import { stepNotOpen } from '#domain/steps.ts'

const said = (id: string, parentId: string | null = null) => ({ id, parentId, depth: 0 })
const shape = (comments: { id: string; depth: number }[]) => comments.map(({ id, depth }) => `${depth}${id}`)

describe('threads', () => {
  test('are read whole, the oldest first, answers right below what they answer', () => {
    const inTime = [said('a'), said('b'), said('c', 'a'), said('d', 'b'), said('e', 'c'), said('f', 'a')]
    expect(shape(inThreads(inTime))).toEqual(['0a', '1c', '2e', '1f', '0b', '1d'])
  })

  test('may be deeper than a program can nest', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => said(`c${at}`, at === 0 ? null : `c${at - 1}`))
    expect(inThreads(chain).at(-1)).toEqual({ id: 'c19999', parentId: 'c19998', depth: 19_999 })
  })

  test('lose nothing whose beginning is missing', () => {
    expect(shape(inThreads([said('b', 'gone')]))).toEqual(['0b'])
  })

  test('keep a stub only above words that somebody may read', () => {
    const all = inThreads([said('a'), said('b', 'a'), said('c', 'b'), said('d', 'a'), said('e')])
    const without = (...taken: string[]) => withoutEmptyStubs(all, ({ id }) => !taken.includes(id))
    expect(without('a', 'b').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(without('a', 'b', 'c').map(({ id }) => id)).toEqual(['a', 'd', 'e'])
    expect(without('a', 'b', 'c', 'd').map(({ id }) => id)).toEqual(['e'])
  })
})

describe('commenting', () => {
  const onTheWall = { setAside: false, merged: false }
  const participant = { activityOpen: true, facilitator: false }

  test('is for participants while it is open, and for facilitators always', () => {
    expect(refuseCritique(onTheWall, participant)).toBeNull()
    expect(refuseCritique(onTheWall, { ...participant, activityOpen: false })).toEqual(
      stepNotOpen('CRITIQUE'),
    )
    expect(refuseCritique(onTheWall, { activityOpen: false, facilitator: true })).toBeNull()
  })

  test('on an idea that has left the wall is refused to everybody, who are told where to go', () => {
    for (const writer of [participant, { activityOpen: true, facilitator: true }]) {
      expect(refuseCritique({ ...onTheWall, merged: true }, writer)?.message).toContain('Go to that idea')
      expect(refuseCritique({ ...onTheWall, setAside: true }, writer)?.message).toContain('choose another')
    }
  })

  test('puts a pin on the card or nowhere', () => {
    expect(refusePin(null)).toBeNull()
    expect(refusePin({ x: 0, y: 1000 })).toBeNull()
    for (const pin of [
      { x: -1, y: 0 },
      { x: 0, y: 1001 },
    ])
      expect(refusePin(pin)).toMatchObject({ field: 'pin' })
  })
})

const mine = { own: true, beginsThread: true, withdrawn: false, hidden: false, resolved: false }

describe('changing my words', () => {
  const now = { ...mine, editable: true, ideaSetAside: false, newKind: false }

  test('works for a quarter of an hour; then I answer', () => {
    expect(refuseCritiqueEdit(now)).toBeNull()
    expect(refuseCritiqueEdit({ ...now, editable: false })?.message).toContain('Write an answer')
  })

  test('is for nobody else', () => {
    expect(refuseCritiqueEdit({ ...now, own: false })?.message).toContain('Answer it instead')
  })

  test('ends when they are taken back or hidden, or their idea is', () => {
    for (const change of [{ withdrawn: true }, { hidden: true }, { ideaSetAside: true }]) {
      expect(refuseCritiqueEdit({ ...now, ...change })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    }
  })

  test('gives an answer no kind', () => {
    expect(refuseCritiqueEdit({ ...now, newKind: true })).toBeNull()
    expect(refuseCritiqueEdit({ ...now, newKind: true, beginsThread: false })).toMatchObject({
      field: 'kind',
    })
  })
})

describe('taking my words back', () => {
  test('works at any time, also while they are hidden', () => {
    expect(refuseCritiqueWithdrawal(mine)).toBeNull()
    expect(refuseCritiqueWithdrawal({ ...mine, hidden: true })).toBeNull()
  })

  test('waits while they are resolved, and is for nobody else', () => {
    expect(refuseCritiqueWithdrawal({ ...mine, resolved: true })?.message).toContain('open it again')
    expect(refuseCritiqueWithdrawal({ ...mine, own: false })?.message).toContain('report')
  })
})

describe('resolving', () => {
  const ours = { ...mine, own: false, ideasTable: true, facilitator: false, ideaSetAside: false }

  test("is for the idea's table and for facilitators", () => {
    expect(refuseResolution(ours)).toBeNull()
    expect(refuseResolution({ ...ours, ideasTable: false, facilitator: true })).toBeNull()
    expect(refuseResolution({ ...ours, ideasTable: false })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('is of what begins a thread and still stands', () => {
    for (const change of [
      { beginsThread: false },
      { withdrawn: true },
      { hidden: true },
      { ideaSetAside: true },
    ]) {
      expect(refuseResolution({ ...ours, ...change })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    }
  })
})

test('others can be reported while their words stand', () => {
  expect(refuseReport({ own: false, gone: false })).toBeNull()
  expect(refuseReport({ own: true, gone: false })?.message).toContain('take it back')
  expect(refuseReport({ own: false, gone: true })?.message).toContain('taken off already')
})

test('the log says in words which settings were changed', () => {
  const before = { namesShown: 'NAMES', anyoneArranges: false } as const
  expect(describeDiscussion(before, before)).toBeNull()
  expect(describeDiscussion(before, { namesShown: 'TABLES', anyoneArranges: true })).toBe(
    "Authors' names are hidden: tables only. Everyone may move cards.",
  )
})
