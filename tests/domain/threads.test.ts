import { expect, test } from 'vitest'
import { isFlat, nestThreads, type ThreadNode } from '#domain/threads.ts'

type Comment = { id: string; depth: number }

const at = (...depths: number[]): Comment[] => depths.map((depth, place) => ({ id: `${place}`, depth }))

function written(nodes: readonly ThreadNode<Comment>[]): string {
  return nodes
    .map(({ comment, below }) => (below.length ? `${comment.id}(${written(below)})` : comment.id))
    .join(' ')
}

test('answers stand below what they answer', () => {
  expect(written(nestThreads(at(0, 1, 2, 1, 0, 1)))).toBe('0(1(2) 3) 4(5)')
})

test('from the fifth level on answers stand flat on the fourth', () => {
  expect(written(nestThreads(at(0, 1, 2, 3, 4, 5, 4, 1)))).toBe('0(1(2(3 4 5 6)) 7)')
  expect(at(3, 4, 5).map(isFlat)).toEqual([false, true, true])
})

test('an answer whose comment is missing is not lost', () => {
  expect(written(nestThreads(at(2, 0, 3)))).toBe('0 1(2)')
})
