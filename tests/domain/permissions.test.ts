import { describe, expect, test } from 'vitest'
import { type Action, can, deny, RULES, type Viewer } from '#domain/permissions.ts'

const here = { workshopId: 'here', published: false }
const published = { workshopId: 'here', published: true }

const person = (
  platformRole: 'ADMIN' | 'STAFF' | null,
  seat?: 'FACILITATOR' | 'PARTICIPANT' | 'OBSERVER',
  workshopId = 'here',
): Viewer => ({
  personId: 'p',
  platformRole,
  seats: seat === undefined ? [] : [{ id: 's', workshopId, role: seat, tableId: null }],
})

const VIEWERS: Record<string, Viewer> = {
  anon: null,
  observer: person(null, 'OBSERVER'),
  participant: person(null, 'PARTICIPANT'),
  stranger: person(null, 'PARTICIPANT', 'elsewhere'),
  facilitator: person(null, 'FACILITATOR'),
  colleague: person(null, 'FACILITATOR', 'elsewhere'),
  staff: person('STAFF'),
  admin: person('ADMIN'),
}

const CODES: Record<string, string | null> = {
  ok: null,
  '401': 'UNAUTHENTICATED',
  '403': 'FORBIDDEN',
  '404': 'NOT_FOUND',
}

/** Each right in an unpublished workshop, for everybody. */
const TABLE = `
                  anon observer participant stranger facilitator colleague staff admin
  openDashboard    401 403      403         403      ok          ok        ok    ok
  readProjects     401 403      403         403      403         403       ok    ok
  editProjects     401 403      403         403      403         403       ok    ok
  createWorkshops  401 403      403         403      403         403       ok    ok
  readMeasures     401 403      403         403      403         403       ok    ok
  editMeasures     401 403      403         403      403         403       ok    ok
  manageStaff      401 403      403         403      403         403       403   ok
  erasePeople      401 403      403         403      403         403       403   ok
  manageTokens     401 403      403         403      403         403       403   ok
  readWorkshop     404 ok       ok          404      ok          404       404   ok
  readResults      404 ok       ok          404      ok          404       404   ok
  readPeople       401 ok       ok          404      ok          404       404   ok
  readTurnout      401 ok       ok          404      ok          404       404   ok
  readAddresses    401 403      403         404      ok          404       404   ok
  runWorkshop      401 403      403         404      ok          404       404   ok
  assignRoles      401 403      403         404      403         404       404   ok
  writeIssues      401 403      ok          404      ok          404       404   ok
  decideIssues     401 403      ok          404      ok          404       404   ok
  curateIssues     401 403      403         404      ok          404       404   ok
  vote             401 403      ok          404      403         404       404   403
  writeStatements  401 403      ok          404      ok          404       404   ok
  curateStatements 401 403      403         404      ok          404       404   ok
  writeIdeas       401 403      ok          404      ok          404       404   ok
  supportIdeas     401 403      ok          404      ok          404       404   403
  curateIdeas      401 403      403         404      ok          404       404   ok
  checkIn          401 403      403         404      ok          404       ok    ok
  arrangeBoard     401 403      ok          404      ok          404       404   ok
  writeCritiques   401 403      ok          404      ok          404       404   ok
  report           401 ok       ok          404      ok          404       404   ok
  moderate         401 403      403         404      ok          404       404   ok
  readLog          401 403      403         404      ok          404       404   ok
  editWriteUp      401 403      403         404      ok          404       404   ok`

const [head = '', ...rows] = TABLE.trim().split('\n')
const roles = head.trim().split(/\s+/)
const cells = rows.flatMap((row) => {
  const [action = '', ...codes] = row.trim().split(/\s+/)
  return codes.map((code, at) => ({ action: action as Action, role: roles[at] ?? '', code }))
})

test('every right has a row', () => {
  expect(new Set(cells.map(({ action }) => action))).toEqual(new Set(Object.keys(RULES)))
  expect(cells).toHaveLength(Object.keys(RULES).length * Object.keys(VIEWERS).length)
})

const withoutSubject = new Set([
  'openDashboard',
  'readProjects',
  'editProjects',
  'createWorkshops',
  'readMeasures',
  'editMeasures',
  'manageStaff',
  'erasePeople',
  'manageTokens',
])

test.each(cells)('$action: $role $code', ({ action, role, code }) => {
  const subject = withoutSubject.has(action) ? undefined : here
  expect(deny(VIEWERS[role] ?? null, action, subject)).toBe(CODES[code])
  expect(can(VIEWERS[role] ?? null, action, subject)).toBe(code === 'ok')
})

describe('a published workshop', () => {
  test.each(Object.keys(VIEWERS))('is read by everybody, with its results: %s', (role) => {
    expect(can(VIEWERS[role] ?? null, 'readWorkshop', published)).toBe(true)
    expect(can(VIEWERS[role] ?? null, 'readResults', published)).toBe(true)
  })

  test('shows its people, its turnout and its acts to nobody new, who is told so', () => {
    for (const action of Object.keys(RULES) as Action[]) {
      if (withoutSubject.has(action) || action === 'readWorkshop' || action === 'readResults') continue
      // What became of an idea is the Lab's business wherever it may read the idea.
      const newcomers = action === 'checkIn' ? ['stranger', 'colleague'] : ['stranger', 'colleague', 'staff']
      for (const role of newcomers) {
        expect(deny(VIEWERS[role] ?? null, action, published)).toBe('FORBIDDEN')
      }
      expect(deny(null, action, published)).toBe('UNAUTHENTICATED')
    }
  })
})

test('an administrator who takes a seat votes with it', () => {
  expect(can(person('ADMIN', 'PARTICIPANT'), 'vote', here)).toBe(true)
})

test('a right in one workshop is none in another', () => {
  for (const action of Object.keys(RULES) as Action[]) {
    if (withoutSubject.has(action)) continue
    for (const seat of ['FACILITATOR', 'PARTICIPANT', 'OBSERVER'] as const) {
      expect(deny(person(null, seat, 'elsewhere'), action, here)).toBe('NOT_FOUND')
    }
  }
})
