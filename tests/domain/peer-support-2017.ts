// The ballot of July 2017 as its summary document gives it: fifteen issues with a legible tally, and one without.
import type { RoundFigures } from '#domain/results.ts'

export const TALLIES_2017: Record<string, number> = {
  'How to customise the message for different audiences': 3,
  'How to build a rounded, sophisticated evidence base': 14,
  'Improving routine data collection': 9,
  'Tradition and challenging the current paradigm': 15,
  'Equity with the medical model': 19,
  'Risk and the fear of it going wrong': 7,
  'How to use lived experience and stories to drive the change': 21,
  'Barriers to collaboration': 3,
  'Providing high quality services': 3,
  'Training and workforce best practice': 11,
  'Geographic factors that impact on access': 6,
  'Making peer support suitable for diverse needs': 7,
  'How to signpost effectively': 14,
  'How to refer effectively': 15,
  "Making the peer support role 'work'": 0,
}

export const WITHOUT_FIGURE_2017 = 'Competing priorities for time, money and resources'

export const ROUND_2017: RoundFigures = {
  options: [
    ...Object.entries(TALLIES_2017).map(([id, dots]) => ({ id, dotsByChannel: { IMPORTED: dots } })),
    { id: WITHOUT_FIGURE_2017, dotsByChannel: null },
  ],
  prioritiesToSelect: 4,
  dotsPerVoter: 4,
  ballots: null,
  paperBallots: null,
  dotsFromBallots: null,
  dotsFromTally: null,
  joined: null,
  published: { options: 17, dots: 154, topOptions: 4, topDots: 70 },
}
