import type { Horizon } from '#domain/ideas.ts'

/** What the made-up people of the second sample workshop say. People stand by their place in the list. */

/** Codes, and the place of each one's area in the project. */
export const TABLES = [
  ['N1', 0],
  ['R1', 1],
  ['C1', 2],
  ['A1', 3],
] as const

/** Each sits at the next table in turn; the last one runs the workshop. */
export const PEOPLE = [
  'Aled',
  'Bola',
  'Ceri',
  'Dana',
  'Emeka',
  'Freya',
  'Gita',
  'Huw',
  'Iona',
  'Jamal',
  'Kit',
  'Leila',
  'Mair',
]
export const FACILITATOR = 12

/** Words, place of the table, and how many dots they won; null where the table did not put them forward. */
export const ISSUES: readonly [title: string, table: number, dots: number | null][] = [
  ['Routine observations wake people who are getting better', 1, 10],
  ['Nobody is in charge of quiet at night', 0, 8],
  ['We never ask what helps somebody sleep', 3, 7],
  ['Pillows, blankets and ear plugs have to be begged for', 2, 6],
  ['Phones, pumps and call bells all ring at the same pitch', 0, 5],
  ['The lights come on for everybody when one person needs help', 0, 4],
  ['Moves between wards happen late in the evening', 1, 3],
  ['Daytime naps make up for the night and then spoil the next one', 3, 2],
  ['The ward is too warm in summer and too cold in January', 2, 1],
  ['The vending machine hums beside bed nine', 2, null],
  ['Relatives ring the desk late because no one told them when to', 3, null],
]

/** `first` is the wording it began with; `from` the places of the issues among those with the most dots. */
export const STATEMENTS: readonly {
  title: string
  first?: string
  from: readonly number[]
  by: number
  reasons: readonly [text: string, by: number][]
}[] = [
  {
    first: 'Fewer observations at night',
    title: 'How might we let people who are getting better sleep from eleven until six?',
    from: [0],
    by: 1,
    reasons: [
      ['sleep is part of the treatment, and we interrupt it to write down that nothing has changed', 1],
      ['people who have slept go home sooner and steadier on their feet', 9],
      ['nurses would rather spend those minutes with the ones who are really ill', 5],
    ],
  },
  {
    first: 'Somebody should be responsible for quiet',
    title: 'How might we make quiet at night everybody’s job, with somebody’s name on it?',
    from: [1],
    by: 0,
    reasons: [
      ['everyone has noticed the noise and nobody has the power to stop it', 4],
      ['a ward that is quiet feels safe', 8],
    ],
  },
  {
    title: 'How might we know what helps each person sleep, and do it?',
    from: [2],
    by: 3,
    reasons: [
      ['people have had a lifetime of practice at falling asleep, and we ignore all of it', 7],
      ['those who cannot say so, on the dementia ward most of all, are the ones we fail first', 11],
    ],
  },
  {
    title: 'How might we put what comforts people within their own reach?',
    from: [3],
    by: 2,
    reasons: [
      ['asking for a second pillow at midnight takes more courage than it should', 6],
      ['it costs less than one sleeping tablet', 10],
    ],
  },
]

/** Places of two statements, and why they are alike. */
export const SIMILAR = [2, 3] as const
export const SIMILAR_NOTE = 'Both begin by asking: the first about habits, the second about things.'

export type SampleIdea = {
  for: number
  horizon: Horizon
  text: string
  by: number
  /** How many others support it. */
  supports: number
  /** Place of the idea that it was merged into. */
  into?: number
}

export const IDEAS: readonly SampleIdea[] = [
  {
    for: 0,
    horizon: 'FOUR_WEEKS',
    text: 'A green moon on the board above the bed: stable, no observations between eleven and six unless the nurse is worried. Try it in one bay.',
    by: 1,
    supports: 9,
  },
  {
    for: 0,
    horizon: 'FOUR_WEEKS',
    text: 'Ask the doctors at the evening round to say out loud who may be left to sleep.',
    by: 5,
    supports: 5,
  },
  {
    for: 0,
    horizon: 'ONE_YEAR',
    text: 'Move the morning bloods from five to seven and agree it with the laboratory.',
    by: 9,
    supports: 6,
  },
  {
    for: 0,
    horizon: 'ONE_YEAR',
    text: 'Put “may this person sleep?” into the electronic observations chart, so that skipping a set is a decision and not an omission.',
    by: 0,
    supports: 4,
  },
  {
    for: 0,
    horizon: 'LONG_TERM',
    text: 'Wards that measure how people slept and read it out at handover, as we do with falls.',
    by: 3,
    supports: 7,
  },
  {
    for: 1,
    horizon: 'FOUR_WEEKS',
    text: 'A quiet champion on every night shift, named on the door, who may ask anybody to lower their voice. Consultants included.',
    by: 0,
    supports: 8,
  },
  {
    for: 1,
    horizon: 'FOUR_WEEKS',
    text: 'Soft-close the three bins outside the bays. Estates have the hinges in the cupboard.',
    by: 4,
    supports: 10,
  },
  {
    for: 1,
    horizon: 'FOUR_WEEKS',
    text: 'Put felt under the bin lids.',
    by: 6,
    supports: 2,
    into: 6,
  },
  {
    for: 1,
    horizon: 'ONE_YEAR',
    text: 'Let the call bell ring in the pocket of the nurse who can come, and not along the whole corridor.',
    by: 8,
    supports: 7,
  },
  {
    for: 1,
    horizon: 'LONG_TERM',
    text: 'Build no more six-bed bays: a door each, and a window that shows when it is day.',
    by: 2,
    supports: 5,
  },
  {
    for: 2,
    horizon: 'FOUR_WEEKS',
    text: 'One question on the day somebody arrives: “What do you do at home to fall asleep?” Written where the night staff will see it.',
    by: 3,
    supports: 9,
  },
  {
    for: 2,
    horizon: 'FOUR_WEEKS',
    text: 'A card for families to fill in: radio on or off, door open or shut, the dog’s name.',
    by: 7,
    supports: 6,
  },
  {
    for: 2,
    horizon: 'ONE_YEAR',
    text: 'A sleep plan beside the care plan, looked at every evening with the person it belongs to.',
    by: 11,
    supports: 3,
  },
  {
    for: 2,
    horizon: 'LONG_TERM',
    text: 'Teach sleep in the first year of nursing and of medicine, with people who have lain awake in hospital as the teachers.',
    by: 7,
    supports: 4,
  },
  {
    for: 3,
    horizon: 'FOUR_WEEKS',
    text: 'A basket on a shelf in every bay: ear plugs, eye masks, blankets. Take what you need.',
    by: 2,
    supports: 8,
  },
  {
    for: 3,
    horizon: 'FOUR_WEEKS',
    text: 'A trolley at half past nine with milk, herbal tea and a goodnight. Volunteers have asked for something to do in the evening.',
    by: 10,
    supports: 7,
  },
  {
    for: 3,
    horizon: 'ONE_YEAR',
    text: 'Reading lights that each person can dim from the bed.',
    by: 6,
    supports: 3,
  },
  {
    for: 3,
    horizon: 'LONG_TERM',
    text: 'Buy beds and mattresses for sleeping well as much as for wiping down, and ask patients to test them first.',
    by: 10,
    supports: 2,
  },
]
