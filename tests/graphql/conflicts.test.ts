import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

function gate() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

test('two transactions that wait for each other both succeed, one of them at its second try', async () => {
  const { db } = database
  const ids = [v7(), v7()] as const
  await db.execute(
    sql`insert into people (id, name) values (${ids[0]}::uuid, 'nobody'), (${ids[1]}::uuid, 'nobody')`,
  )
  let begun = 0
  const holding = [gate(), gate()] as const
  const rename = (name: string, first: 0 | 1) =>
    db.transaction(async (tx) => {
      begun += 1
      await tx.execute(sql`update people set name = ${name} where id = ${ids[first]}::uuid`)
      holding[first].resolve()
      await holding[first === 0 ? 1 : 0].promise
      await tx.execute(sql`update people set name = ${name} where id = ${ids[first === 0 ? 1 : 0]}::uuid`)
    })
  await Promise.all([rename('Anna', 0), rename('Ben', 1)])
  expect(begun).toBe(3)
  const rows = await db.execute<{ name: string }>(sql`select name from people where id in ${[...ids]}`)
  expect(new Set(rows.map(({ name }) => name)).size).toBe(1)
})

test('a transaction that fails for another reason is not tried again', async () => {
  let begun = 0
  const failing = database.db.transaction(async () => {
    begun += 1
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(begun).toBe(1)
})
