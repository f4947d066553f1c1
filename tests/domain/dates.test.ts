import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countDays,
  formatDay,
  formatDayRange,
  formatTime,
  isCalendarDay,
  isMoment,
  isTimeZone,
} from '#domain/dates.ts'

test('a day is written out', () => {
  expect(formatDay('2017-07-13')).toBe('13 July 2017')
  expect(formatDay('2024-02-29')).toBe('29 February 2024')
})

test('a range of days says no month and no year twice', () => {
  expect(formatDayRange('2017-07-13', '2017-07-14')).toBe('13 to 14 July 2017')
  expect(formatDayRange('2017-06-30', '2017-07-02')).toBe('30 June to 2 July 2017')
  expect(formatDayRange('2017-12-30', '2018-01-02')).toBe('30 December 2017 to 2 January 2018')
  expect(formatDayRange('2017-07-13', '2018-07-13')).toBe('13 July 2017 to 13 July 2018')
  expect(formatDayRange('2017-07-13', '2017-07-13')).toBe('13 July 2017')
})

test('a time is what the clock in the room shows, summer and winter', () => {
  expect(formatTime(new Date('2017-07-13T14:42:59Z'), 'Europe/London')).toBe('15:42')
  expect(formatTime(new Date('2017-01-13T15:42:00Z'), 'Europe/London')).toBe('15:42')
  expect(formatTime(new Date('2017-07-13T14:42:00Z'), 'Asia/Kolkata')).toBe('20:12')
  expect(formatTime(new Date('2017-01-13T00:05:00Z'), 'UTC')).toBe('00:05')
})

test('days of leap years are days, others are not', () => {
  expect(isCalendarDay('2016-02-29')).toBe(true)
  expect(isCalendarDay('2017-02-29')).toBe(false)
  expect(isCalendarDay('1900-02-29')).toBe(false)
  expect(isCalendarDay('0000-01-01')).toBe(false)
  expect(isCalendarDay('0001-01-01')).toBe(true)
  expect(isCalendarDay('2017-01-01\n')).toBe(false)
})

test('every day that a calendar gives is a day', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      expect(isCalendarDay(day.toISOString().slice(0, 10))).toBe(true)
    }),
  )
})

test('both ends of a workshop count, over a change of the clocks too', () => {
  expect(countDays('2017-07-13', '2017-07-14')).toBe(2)
  expect(countDays('2017-07-13', '2017-07-13')).toBe(1)
  expect(countDays('2017-03-25', '2017-03-27')).toBe(3)
})

test('a time zone has a name', () => {
  expect(['Europe/London', 'UTC', 'Pacific/Chatham'].every(isTimeZone)).toBe(true)
  expect(['', '+01:00', 'Mars/Base', '-5'].some(isTimeZone)).toBe(false)
})

test('a moment is one that programs write, in a year that a database knows', () => {
  expect(['2017-07-13T15:42:00Z', '2017-07-13T15:42:00.123+01:00', '2017-07-13'].every(isMoment)).toBe(true)
  expect(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].every(isMoment)).toBe(true)
  for (const none of [
    '',
    'yesterday',
    '2017-13-13T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '+275760-09-13',
    '-000044-03-15',
  ])
    expect(isMoment(none), none).toBe(false)
})
