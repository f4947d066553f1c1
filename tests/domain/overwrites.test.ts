import { expect, test } from 'vitest'
import { refuseOverwrite } from '#domain/overwrites.ts'

const NOW = { title: 'Theirs', areaId: null, plannedMinutes: 30 }

test('a field that somebody else has changed since is not saved over', () => {
  expect(refuseOverwrite({ basedOn: { title: 'Before' }, title: 'Mine' } as object, NOW)).toMatchObject({
    code: 'STALE_STATE',
    field: 'title',
  })
})

test.each([
  ['nothing is said of what the form showed', { title: 'Mine' }],
  ['the form showed what stands there', { title: 'Mine', basedOn: { title: 'Theirs' } }],
  ['the change says what stands there', { title: 'Theirs', basedOn: { title: 'Before' } }],
  [
    'only another field is changed',
    { plannedMinutes: 45, basedOn: { title: 'Before', plannedMinutes: '30' } },
  ],
  ['a number stood in the form as text', { plannedMinutes: 45, basedOn: { plannedMinutes: '30' } }],
  ['nothing stood in the form as nothing', { areaId: 'a', basedOn: { areaId: '' } }],
  ['the words look the same', { title: 'Mine', basedOn: { title: 'Theirs ' } }],
  ['the form names a field that there is not', { title: 'Mine', basedOn: { toString: 'x', other: 1 } }],
])('it is saved where %s', (_name, input) => {
  expect(refuseOverwrite(input as object, NOW)).toBeNull()
})
