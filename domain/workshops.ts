import { z } from 'zod'
import { isCalendarDay, isTimeZone } from './dates.ts'
import type { Activity } from './steps.ts'
import { LIMITS, text } from './text.ts'
import {
  DEFAULT_DOTS_PER_VOTER,
  DEFAULT_PRIORITIES_TO_SELECT,
  refuseDotsPerVoter,
  refusePrioritiesToSelect,
} from './votes.ts'

/** A deleted workshop can be brought back for 30 days. */
export const RESTORE_DAYS = 30

/** Where the Lab works; a workshop elsewhere states its own. */
export const DEFAULT_TIME_ZONE = 'Europe/London'

const LONGEST_SLUG = 60

const day = (asked: string) => z.string().refine(isCalendarDay, asked)

/** The parts of a workshop that staff fill in, each with its own sentence. */
export const workshopFields = {
  title: text('title', { max: LIMITS.workshopTitle }),
  description: text('description', { max: LIMITS.description, required: false, multiline: true }),
  venue: text('venue', { max: LIMITS.venue, required: false }),
  startsOn: day('Enter the first day as a date, like 2017-07-13.'),
  endsOn: day('Enter the last day as a date, like 2017-07-14.'),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone by its name, like Europe/London.'),
  dotsPerVoter: z.number().superRefine(withRule(refuseDotsPerVoter)),
  prioritiesToSelect: z.number().superRefine(withRule(refusePrioritiesToSelect)),
} as const

/** A workshop has a title, a place in time, and the rules of its vote; its last day is not before its first. */
export const workshopInput = z.object(workshopFields).refine(endsAfterItStarts, {
  message: 'The last day is before the first. Change one of them.',
  path: ['endsOn'],
})
export type WorkshopInput = z.output<typeof workshopInput>

/** A one-day workshop starts and ends on the same day. */
export function endsAfterItStarts(days: { startsOn: string; endsOn: string }): boolean {
  return days.startsOn <= days.endsOn
}

/**
 * The code stamped on what a table writes: the first letter of its area and its number, as in E1 and C2. When two
 * areas begin alike, the later one takes as many letters as it needs.
 */
export function tableCode(areaName: string, tableNumber: number, taken: readonly string[] = []): string {
  const letters =
    ascii(areaName)
      .replace(/[^A-Za-z]/g, '')
      .toUpperCase() || 'T'
  const digits = String(tableNumber)
  const longest = Math.min(letters.length, LIMITS.tableCode - digits.length)
  for (let length = 1; length <= longest; length += 1) {
    const code = letters.slice(0, length) + digits
    if (!taken.includes(code)) return code
  }
  return letters.charAt(0) + digits
}

/** The workshop's name in its address: short, plain letters, from the title. Never empty. */
export function slugify(title: string): string {
  const words = ascii(title)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`
    if (longer.length > LONGEST_SLUG) break
    slug = longer
  }
  return slug === '' ? 'workshop' : slug
}

export type TemplateStep = {
  day: number
  title: string
  activity: Activity
  instructions: string
  plannedMinutes: number
}

export type WorkshopTemplate = {
  key: string
  title: string
  days: number
  dotsPerVoter: number
  prioritiesToSelect: number
  areas: { name: string; tables: { code: string; name: string }[] }[]
  steps: TemplateStep[]
}

/**
 * The plan of the July 2017 workshop: four challenge areas with two tables each, a vote on day one, ideas on day two. Its
 * instructions are for participants, and name no number of dots: that is the workshop's own, and `dotsEach` says it.
 */
export const TWO_DAY_DISCOVERY_TEMPLATE: WorkshopTemplate = {
  key: 'TWO_DAY_DISCOVERY',
  title: 'Two-day discovery workshop',
  days: 2,
  dotsPerVoter: DEFAULT_DOTS_PER_VOTER,
  prioritiesToSelect: DEFAULT_PRIORITIES_TO_SELECT,
  areas: ['Evidence', 'Culture and buy-in', 'Workforce', 'Access'].map((name) => ({
    name,
    tables: [1, 2].map((number) => ({ code: tableCode(name, number), name: `${name}, table ${number}` })),
  })),
  steps: [
    {
      day: 1,
      title: 'Welcome',
      activity: 'TALK',
      instructions: 'Hear why we are here, what the Lab has learnt so far and what the workshop is for.',
      plannedMinutes: 45,
    },
    {
      day: 1,
      title: 'Write the issues',
      activity: 'GATHER',
      instructions:
        'Unpack your challenge area at your table. Write each issue on its own post-it, in words that people at other tables will understand.',
      plannedMinutes: 75,
    },
    {
      day: 1,
      title: 'Put issues forward',
      activity: 'SHORTLIST',
      instructions:
        'Choose the biggest issues at your table and put them forward for the vote. The others are kept as not chosen, with your reason where you give one.',
      plannedMinutes: 45,
    },
    {
      day: 1,
      title: 'Vote on the highest priority issues',
      activity: 'VOTE',
      instructions:
        'Read every issue that was put forward. Put your dots on those that matter most, one dot on each. You can move a dot until voting closes.',
      plannedMinutes: 30,
    },
    {
      day: 1,
      title: 'Reframe the top issues',
      activity: 'REFRAME',
      instructions:
        'Reword each top issue so that it asks for change. Then finish the sentence: this issue is important because…',
      plannedMinutes: 60,
    },
    {
      day: 2,
      title: 'Ideas for the next four weeks, the next year and the long term',
      activity: 'IDEATE',
      instructions:
        'What should we do in the next four weeks? In the next year? To support long-term change? Write one idea on each post-it.',
      plannedMinutes: 120,
    },
    {
      day: 2,
      title: 'Critique the ideas',
      activity: 'CRITIQUE',
      instructions:
        'Read the ideas of other tables. Note any unintended consequences you can foresee, and any ideas you think could work really well.',
      plannedMinutes: 60,
    },
    {
      day: 2,
      title: 'Close',
      activity: 'TALK',
      instructions:
        'Hear what happens next, and when you will hear from us. Thank you for your time and your words.',
      plannedMinutes: 30,
    },
  ],
}

function ascii(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '')
}

function withRule(refuse: (value: number) => { message: string } | null) {
  return (value: number, context: z.RefinementCtx) => {
    const refused = refuse(value)
    if (refused) context.addIssue({ code: 'custom', message: refused.message })
  }
}
