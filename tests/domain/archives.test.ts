import { expect, test } from 'vitest'
import { ARCHIVE_LIMIT, countArchive, readArchive } from '#domain/archives.ts'

const issue = { title: 'Words', area: 'Evidence', tables: ['E1'], state: 'PUT_FORWARD', reason: null }
const SMALL = {
  format: 'qlab-workshop',
  version: 1,
  workshop: {
    ...{ title: 'Discovery', description: null, venue: null, startsOn: '2017-07-13', endsOn: '2017-07-14' },
    ...{ timeZone: 'Europe/London', contactEmail: null, dotsPerVoter: 4, prioritiesToSelect: 4 },
    ...{ namesShown: 'TABLES', anyoneArranges: false, source: null, statedParticipants: 'over 50' },
  },
  areas: ['Evidence'],
  tables: [{ code: 'E1', name: null, area: 'Evidence' }],
  steps: [],
  texts: { INTRODUCTION: 'Words' },
  issues: [{ ...issue, key: 0, place: null, merged: [{ ...issue, key: 1 }] }],
  rounds: [
    {
      ...{
        title: 'Vote',
        dotsPerVoter: 4,
        prioritiesToSelect: 1,
        hideUntilClose: true,
        shuffleOptions: false,
      },
      ...{
        openedAt: null,
        closedAt: null,
        electorate: null,
        ballotDots: null,
        paperBallots: null,
        replaces: null,
      },
      ...{ replaceReason: null, source: null, prioritiesReason: null },
      published: { options: 17, dots: 154, topOptions: null, topDots: null },
      options: [
        { issue: 0, title: 'Words', area: 'Evidence', tables: ['E1'], votes: { PAPER: 3 }, priority: 0 },
        { issue: null, title: 'Gone', area: 'Evidence', tables: [], votes: null, priority: null },
      ],
      totals: [{ channel: 'PAPER', ballots: null, dots: 3 }],
    },
  ],
  statements: [
    {
      ...{ title: 'A', wordings: ['A'], priorities: [{ round: 0, option: 0 }] },
      reasons: [{ text: 'Because', shownFirst: true }],
      similar: [{ statement: 1, note: null }],
    },
    { title: 'B', wordings: ['B'], priorities: [], reasons: [], similar: [] },
  ],
  ideas: [
    {
      ...{
        statement: 0,
        horizon: 'ONE_YEAR',
        text: 'Do it',
        truncated: false,
        table: 'E1',
        place: null,
        merged: [],
      },
      comments: [
        {
          answers: null,
          kind: 'QUESTION',
          text: null,
          table: null,
          pin: { x: 1, y: 2 },
          resolved: false,
          note: null,
        },
        { answers: 0, kind: null, text: 'Yes', table: 'E1', pin: null, resolved: false, note: null },
      ],
    },
  ],
}

type Small = typeof SMALL
const faultsOf = (change: (archive: Small) => unknown) => {
  const archive = structuredClone(SMALL)
  change(archive)
  const reading = readArchive(JSON.stringify(archive))
  return reading.ok ? [] : reading.faults.map(({ path }) => path)
}

test('an archive that holds all that it names is read whole', () => {
  const reading = readArchive(JSON.stringify(SMALL))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  expect(reading.archive).toEqual(SMALL)
  expect(
    Object.fromEntries(countArchive(reading.archive).map(({ noun, count }) => [noun, count])),
  ).toMatchObject({
    Issues: 2,
    Ideas: 1,
    Comments: 2,
    'Voting rounds': 1,
  })
})

test.each<[string, (archive: Small) => unknown]>([
  ['format', (archive) => Object.assign(archive, { format: 'other' })],
  ['version', (archive) => Object.assign(archive, { version: 2 })],
  ['workshop.endsOn', ({ workshop }) => Object.assign(workshop, { endsOn: '2017-07-12' })],
  ['tables.0.area', ({ tables }) => Object.assign(tables[0] ?? {}, { area: 'Nowhere' })],
  ['areas.1', ({ areas }) => areas.push('Evidence')],
  ['issues.0.tables', ({ issues }) => Object.assign(issues[0] ?? {}, { tables: ['X9'] })],
  ['issues.1', ({ issues }) => Object.assign(issues[0]?.merged[0] ?? {}, { key: 0 })],
  ['rounds.0.options', ({ rounds }) => Object.assign(rounds[0]?.options[1] ?? {}, { issue: 7 })],
  ['rounds.0.replaces', ({ rounds }) => Object.assign(rounds[0] ?? {}, { replaces: 0 })],
  [
    'rounds.0.options.0.votes.PAPER',
    ({ rounds }) => Object.assign(rounds[0]?.options[0] ?? {}, { votes: { PAPER: -1 } }),
  ],
  [
    'statements.0.priorities',
    ({ statements }) => Object.assign(statements[0] ?? {}, { priorities: [{ round: 0, option: 1 }] }),
  ],
  [
    'statements.0.similar',
    ({ statements }) => Object.assign(statements[0] ?? {}, { similar: [{ statement: 0, note: null }] }),
  ],
  ['ideas.0.statement', ({ ideas }) => Object.assign(ideas[0] ?? {}, { statement: 9 })],
  ['ideas.0.table', ({ ideas }) => Object.assign(ideas[0] ?? {}, { table: 'X9' })],
  ['ideas.0.comments.1.answers', ({ ideas }) => Object.assign(ideas[0]?.comments[1] ?? {}, { answers: 1 })],
  ['ideas.0.comments.1.kind', ({ ideas }) => Object.assign(ideas[0]?.comments[1] ?? {}, { kind: 'BUILD' })],
  ['ideas.0.text', ({ ideas }) => Object.assign(ideas[0] ?? {}, { text: ' ' })],
])('what is at fault is named: %s', (path, change) => {
  expect(faultsOf(change)).toContain(path)
})

test('a file that is not an archive is refused with a sentence', () => {
  expect(readArchive('not JSON')).toMatchObject({ ok: false, faults: [{ path: '' }] })
  expect(readArchive('"words"')).toMatchObject({ ok: false })
  expect(readArchive(' '.repeat(ARCHIVE_LIMIT + 1))).toMatchObject({ ok: false, faults: [{ path: '' }] })
})

test('a name in an archive is not kept: what the format does not know is left out', () => {
  const archive = { ...SMALL, voters: ['Anna'] }
  const reading = readArchive(JSON.stringify(archive))
  expect(reading.ok && 'voters' in reading.archive).toBe(false)
})
