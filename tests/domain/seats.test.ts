import { expect, test } from 'vitest'
import {
  participantsInWords,
  refuseRoleChange,
  refuseSeatRemoval,
  SEAT_ROLE_LABELS,
  SEAT_ROLES,
} from '#domain/seats.ts'

test('a workshop keeps its last facilitator', () => {
  const message = 'This is the only facilitator. Make someone else a facilitator first.'
  const refusal = { code: 'NOT_ALLOWED_NOW', message }
  expect(refuseSeatRemoval({ role: 'FACILITATOR', facilitators: 1 })).toEqual({ ...refusal, field: null })
  const change = { from: 'FACILITATOR', to: 'OBSERVER', facilitators: 1 } as const
  expect(refuseRoleChange(change)).toEqual({ ...refusal, field: 'role' })
})

test('one facilitator of two may leave', () => {
  expect(refuseSeatRemoval({ role: 'FACILITATOR', facilitators: 2 })).toBeNull()
  expect(refuseRoleChange({ from: 'FACILITATOR', to: 'PARTICIPANT', facilitators: 2 })).toBeNull()
})

test('all others come, go and change', () => {
  expect(refuseSeatRemoval({ role: 'PARTICIPANT', facilitators: 1 })).toBeNull()
  expect(refuseSeatRemoval({ role: 'OBSERVER', facilitators: 0 })).toBeNull()
  expect(refuseRoleChange({ from: 'PARTICIPANT', to: 'FACILITATOR', facilitators: 1 })).toBeNull()
  expect(refuseRoleChange({ from: 'PARTICIPANT', to: 'OBSERVER', facilitators: 1 })).toBeNull()
})

test('the last facilitator may be made a facilitator again', () => {
  expect(refuseRoleChange({ from: 'FACILITATOR', to: 'FACILITATOR', facilitators: 1 })).toBeNull()
})

test('each role has a word', () => {
  expect(SEAT_ROLES.map((role) => SEAT_ROLE_LABELS[role])).toEqual(['Facilitator', 'Participant', 'Observer'])
})

test('who came is said as the source says it, else as people joined, and apart from them as they are invited', () => {
  const words = (participantCount: number, invitedCount: number | null = null) =>
    participantsInWords({ statedParticipants: null, participantCount, invitedCount })
  expect(participantsInWords({ statedParticipants: 'over 50', participantCount: 0 })).toBe(
    'over 50 participants',
  )
  expect(words(1)).toBe('1 participant')
  expect(words(3, 10)).toBe('3 participants, 10 more invited')
  expect(words(0, 2)).toBe('0 participants, 2 more invited')
  expect(words(0)).toBeNull()
  expect(words(0, 0)).toBeNull()
})
