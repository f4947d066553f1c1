import { expect, test } from 'vitest'
import { nextPhase, PHASE_LABELS, PHASES, readAreaNames, refusePhaseChange } from '#domain/projects.ts'

test('a project goes forward one phase at a time, and back to any when someone says why', () => {
  for (const [at, from] of PHASES.entries()) {
    for (const [goal, to] of PHASES.entries()) {
      const forwardOne = goal === at + 1
      const back = goal < at
      expect(refusePhaseChange(from, to) === null, `${from} to ${to}`).toBe(forwardOne)
      expect(refusePhaseChange(from, to, 'Because') === null, `${from} to ${to}, with a reason`).toBe(
        forwardOne || back,
      )
    }
  }
})

test('going back without a reason asks for one', () => {
  const refusal = {
    code: 'BAD_USER_INPUT',
    message: 'Say why the project goes back to discovery.',
    field: 'reason',
  }
  expect(refusePhaseChange('TESTING', 'DISCOVERY')).toEqual(refusal)
  expect(refusePhaseChange('TESTING', 'DISCOVERY', '  ')).toEqual(refusal)
})

test('a jump forward is told which phase is next, with or without a reason', () => {
  const message = 'A project goes forward one phase at a time. The next phase is development.'
  expect(refusePhaseChange('DISCOVERY', 'TESTING', 'Because')).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    message,
  })
})

test('the second of two people who press next is told where the project stands', () => {
  const message = 'This project is already in testing. Reload the page to see where it stands.'
  expect(refusePhaseChange('TESTING', 'TESTING', 'Because')).toEqual({
    code: 'STALE_STATE',
    message,
    field: null,
  })
  expect(refusePhaseChange('CLOSED', 'CLOSED')?.message).toContain('This project is already closed.')
})

test('the phases follow one another to the end', () => {
  expect(PHASES.map(nextPhase)).toEqual(['DEVELOPMENT', 'TESTING', 'SHARING', 'CLOSED', null])
  expect(PHASES.map((phase) => PHASE_LABELS[phase])).toEqual([
    'Discovery',
    'Development',
    'Testing',
    'Sharing',
    'Closed',
  ])
})

test('areas are told apart by lines and by commas', () => {
  expect(readAreaNames('Evidence, Culture, Workforce')).toEqual(['Evidence', 'Culture', 'Workforce'])
  expect(readAreaNames(' Evidence\r\n\nCulture and buy-in,,\n')).toEqual(['Evidence', 'Culture and buy-in'])
})
