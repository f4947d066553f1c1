import type { CritiqueKind } from '#domain/critiques.ts'

/** A comment of the second sample workshop, with its answers. */
export type SampleCritique = {
  /** Place of the idea; none for an answer. */
  on?: number
  kind?: CritiqueKind
  text: string
  by: number
  pin?: readonly [x: number, y: number]
  resolved?: string
  withdrawn?: boolean
  answers?: readonly SampleCritique[]
}

export const CRITIQUES: readonly SampleCritique[] = [
  {
    on: 0,
    kind: 'UNINTENDED_CONSEQUENCE',
    text: 'Somebody gets worse quietly at three and the moon above the bed says that all is well. Who looks in without waking them?',
    by: 3,
    pin: [620, 340],
    answers: [
      {
        text: 'We talked about that. Breathing can be counted from the foot of the bed with a dim torch.',
        by: 1,
        answers: [
          { text: 'Then write that on the moon: no cuff, but still a look every two hours.', by: 3 },
          { text: 'Yes. The look is the point, the cuff is what wakes me.', by: 10 },
        ],
      },
    ],
  },
  {
    on: 0,
    kind: 'COULD_WORK_WELL',
    text: 'My mother would have slept. She was well for five days and was woken on every one of them.',
    by: 7,
    pin: [180, 200],
  },
  {
    on: 0,
    kind: 'BUILD',
    text: 'Let the person turn their own moon over. It becomes their choice as well.',
    by: 2,
    pin: [800, 760],
    answers: [{ text: 'Lovely, and it starts the conversation about why not, when it is not.', by: 5 }],
  },
  {
    on: 1,
    kind: 'QUESTION',
    text: 'What if the locum who comes at ten has not heard it said?',
    by: 8,
    answers: [{ text: 'It goes on the handover sheet, in one line, at the top.', by: 5 }],
    resolved: 'Written on the handover sheet too.',
  },
  {
    on: 2,
    kind: 'UNINTENDED_CONSEQUENCE',
    text: 'Results would come after the round. Decisions about going home might slip to the afternoon.',
    by: 6,
    answers: [
      { text: 'Only a third of the bloods change anything on the round. We counted for a week.', by: 9 },
      { text: 'Could those few stay at five and the rest wait?', by: 11 },
    ],
  },
  {
    on: 4,
    kind: 'QUESTION',
    text: 'How do you measure it? Ask people, or trust a wristband?',
    by: 4,
    pin: [500, 500],
  },
  {
    on: 5,
    kind: 'UNINTENDED_CONSEQUENCE',
    text: 'One more badge on one more healthcare assistant. Will a senior nurse really back them up?',
    by: 9,
    pin: [300, 620],
    answers: [{ text: 'The ward manager at our table has promised to be the first one told off.', by: 0 }],
  },
  { on: 5, kind: 'COULD_WORK_WELL', text: 'A name on the door. I would know whom to ask.', by: 11 },
  {
    on: 6,
    kind: 'COULD_WORK_WELL',
    text: 'Tuesday! This could be done on Tuesday.',
    by: 1,
    pin: [480, 240],
  },
  {
    on: 8,
    kind: 'UNINTENDED_CONSEQUENCE',
    text: 'If the pocket is busy, who else hears it? There has to be a second pocket.',
    by: 5,
    pin: [720, 420],
  },
  {
    on: 10,
    kind: 'BUILD',
    text: 'Ask again on the third evening. By then people trust you with the real answer.',
    by: 6,
    pin: [260, 700],
  },
  { on: 10, kind: 'COULD_WORK_WELL', text: 'Costs nothing and it is kind.', by: 8 },
  {
    on: 11,
    kind: 'QUESTION',
    text: 'And for those who have no family to fill it in?',
    by: 2,
    answers: [{ text: 'The volunteer on the evening trolley could sit down with them.', by: 7 }],
  },
  {
    on: 14,
    kind: 'QUESTION',
    text: 'Would infection control let us share a basket?',
    by: 3,
    withdrawn: true,
  },
  {
    on: 15,
    kind: 'BUILD',
    text: 'Let the volunteer carry the basket as well. One visit, one goodnight.',
    by: 0,
    pin: [400, 300],
  },
  {
    on: 13,
    kind: 'COULD_WORK_WELL',
    text: 'I would come and teach that lesson. I have six nights of material.',
    by: 10,
  },
]
