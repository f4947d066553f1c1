import { inFigures, ofTotal, plural } from './numbers.ts'

/**
 * How many of those who joined have voted, over all channels. Without a count of those who joined there is no share, nor
 * where more voted: paper and files bring voters who never joined.
 */
export function turnout(room: { ballots: number | null; seats: number | null }): {
  share: number | null
  sentence: string
} {
  const { ballots, seats } = room
  if (ballots === null) return { share: null, sentence: 'How many people voted is not known' }
  const people = plural(ballots, 'person voted', 'people voted')
  if (seats === null || seats <= 0) return { share: null, sentence: people }
  if (ballots > seats)
    return { share: null, sentence: `${people}, more than the ${inFigures(seats)} who joined` }
  return { share: ballots / seats, sentence: ofTotal(ballots, seats, 'person voted', 'people voted') }
}

/** How many dots are placed while voting is open, out of all that there are: whoever votes without a seat brings dots too. */
export function dotsPlaced(room: {
  dots: number
  ballots: number
  seats: number
  dotsPerVoter: number
}): string {
  const placed = `${plural(room.dots, 'dot')} placed`
  const most = Math.max(room.seats, room.ballots) * room.dotsPerVoter
  // Paper whose ballots nobody counted can take the dots past what the known ballots hold.
  return most < room.dots ? placed : `${placed}, of at most ${inFigures(most)}`
}
