import type { Random } from './random.ts'

// What people write on post-its is a short sentence; these make ones of that length.
const WHO = [
  'Staff on the wards',
  'Families',
  'People in crisis',
  'Volunteers',
  'Peer workers',
  'Young people',
]
const WHAT = [
  'cannot find',
  'rarely hear of',
  'do not trust',
  'wait too long for',
  'have no say in',
  'pay for',
]
const WHICH = [
  'the help that is already there',
  'a place to meet that is not a clinic',
  'training and supervision of their own',
  'what happens to the feedback they give',
  'transport to the groups in the next town',
  'the words that services use for them',
]
const AREAS = ['Access and awareness', 'Training and support', 'Money and time', 'Evidence and trust']

/** One issue, as it might stand on a post-it. */
export function issueTitle(dice: Random): string {
  return `${pick(dice, WHO)} ${pick(dice, WHAT)} ${pick(dice, WHICH)} (${dice.whole(1_000)})`
}

/** A problem statement. */
export function statementTitle(dice: Random): string {
  return `How might we make sure that ${pick(dice, WHO).toLowerCase()} no longer ${pick(dice, WHAT)} ${pick(dice, WHICH)}?`
}

/** One idea, as it might stand on a card. */
export function ideaText(dice: Random): string {
  return `${pick(dice, WHO)} and the service agree on ${pick(dice, WHICH)}, and tell the next workshop what came of it (${dice.whole(1_000)})`
}

/** A comment on an idea, or an answer. */
export function commentText(dice: Random): string {
  return `${pick(dice, WHO)} ${pick(dice, WHAT)} ${pick(dice, WHICH)}: would that change by this, and who would see to it? (${dice.whole(1_000)})`
}

/** The name of a project's area. */
export function areaName(position: number): string {
  return AREAS[position % AREAS.length] ?? ''
}

export function workshopTitle(number: number): string {
  return `Discovery workshop ${number + 1}: what holds peer support back`
}

/** A project's title and the challenge that it takes on. */
export function challenge(number: number): { title: string; challenge: string } {
  return {
    title: `Peer support ${number + 1}`,
    challenge: 'How might we make peer support something that anybody can find, and that lasts?',
  }
}

function pick(dice: Random, from: readonly string[]): string {
  return from[dice.whole(from.length)] ?? ''
}
