import { setImmediate as readAll } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createShare, gather } from '#db/together.ts'

afterEach(() => vi.useRealTimers())

/** Reads that end when they are told to. */
function openReads<Value>() {
  const begun: { keys: readonly string[]; end: (value: Value) => void; fail: (error: Error) => void }[] = []
  const read = (keys: readonly string[] = []) =>
    new Promise<Value>((end, fail) => begun.push({ keys, end, fail }))
  return { begun, read }
}

describe('reading together', () => {
  test('those who ask while a read is under way share the next, which begins after they have asked', async () => {
    const { begun, read } = openReads<string>()
    const share = createShare()
    const first = share('board', read)
    const others = [share('board', read), share('board', read)]
    expect(begun).toHaveLength(1)
    begun[0]?.end('before')
    expect(await first).toBe('before')
    await readAll()
    expect(begun).toHaveLength(2)
    const late = share('board', read)
    begun[1]?.end('after')
    expect(await Promise.all(others)).toEqual(['after', 'after'])
    await readAll()
    begun[2]?.end('late')
    expect(await late).toBe('late')
  })

  test('other words wait for nobody', async () => {
    const { begun, read } = openReads<string>()
    const share = createShare()
    void share('board', read)
    void share('results', read)
    expect(begun).toHaveLength(2)
  })

  test('a read that fails fails for those who shared it, and the next is made anew', async () => {
    const { begun, read } = openReads<string>()
    const share = createShare()
    const first = share('board', read)
    const second = share('board', read)
    begun[0]?.fail(new Error('The connection is gone.'))
    await expect(first).rejects.toThrow('gone')
    await readAll()
    begun[1]?.end('here again')
    expect(await second).toBe('here again')
  })

  test('a read that never ends holds up the others for a tenth of a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { begun, read } = openReads<string>()
    const share = createShare()
    void share('board', read)
    void share('board', read)
    await vi.advanceTimersByTimeAsync(99)
    expect(begun).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toHaveLength(2)
  })

  test('what is asked for while a statement is under way is read by the next one, each key for whoever asked', async () => {
    const { begun, read } = openReads<string[]>()
    const find = gather(read)
    const first = find('a')
    await readAll()
    const others = [find('b'), find('c'), find('b')]
    await readAll()
    expect(begun.map(({ keys }) => keys)).toEqual([['a']])
    begun[0]?.end(['A'])
    expect(await first).toBe('A')
    await readAll()
    await readAll()
    expect(begun.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'b']])
    begun[1]?.end(['B', 'C', 'B'])
    expect(await Promise.all(others)).toEqual(['B', 'C', 'B'])
  })
})
