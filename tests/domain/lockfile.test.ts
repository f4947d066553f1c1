import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What is installed is what was locked, on every kind of machine. */

type Locked = { link?: boolean; integrity?: string }

test('every package in the lockfile carries the digest that its contents must have', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
  const packages = Object.entries<Locked>(lock.packages).filter(([place, { link }]) => place !== '' && !link)
  expect(packages.length).toBeGreaterThan(500)
  const bare = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
  expect(bare.map(([place]) => place)).toEqual([])
})
