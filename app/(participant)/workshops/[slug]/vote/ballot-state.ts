// What a voter sees while the wifi comes and goes: dots the server has counted, and taps that are still on their way.

/** A tap: a dot to be put on an option, or taken back. */
export type Wish = { optionId: string; dot: boolean }

export type BallotState = {
  allowance: number
  /** Options that hold a dot, as the server last said. */
  counted: readonly string[]
  /** Taps that the server has not answered, in their order; the first is being sent. */
  wishes: readonly Wish[]
  /** The sentence of the last refusal, and the option it is about. */
  refused: (Wish & { message: string }) | null
  /** Why the ballot takes no more dots; null while it does. */
  closed: string | null
  /** Whether the last attempt found no way to the server. */
  away: boolean
  /** Taps that had not reached the server when the ballot closed. */
  lost: number
}

export type BallotEvent =
  | { type: 'wished'; wish: Wish }
  | { type: 'kept'; wishes: readonly Wish[] }
  | { type: 'answered'; wish: Wish; hasDot: boolean }
  | { type: 'refused'; wish: Wish; message: string; closes: boolean }
  | { type: 'warned'; wish: Wish; message: string }
  | { type: 'synced'; counted: readonly string[] }
  | { type: 'closed'; message: string }
  | { type: 'away' }

/** A ballot as the page was rendered. */
export function startBallot(ballot: { allowance: number; spentOn: readonly string[] }): BallotState {
  const { allowance, spentOn } = ballot
  return { allowance, counted: spentOn, wishes: [], refused: null, closed: null, away: false, lost: 0 }
}

/** Options that show a dot: what is counted, with the taps on their way applied in their order. */
export function shownOn({ counted, wishes }: Pick<BallotState, 'counted' | 'wishes'>): string[] {
  const shown = new Set(counted)
  for (const { optionId, dot } of wishes) {
    if (dot) shown.add(optionId)
    else shown.delete(optionId)
  }
  return [...shown]
}

/** The next state. The server's answer is the truth: it wins over every tap that it answers. */
export function nextBallot(state: BallotState, event: BallotEvent): BallotState {
  switch (event.type) {
    case 'wished':
      return { ...state, refused: null, wishes: addWish(state.wishes, event.wish) }
    case 'kept':
      return { ...state, wishes: [...event.wishes, ...state.wishes] }
    case 'answered':
      return {
        ...state,
        away: false,
        counted: shownOn({ counted: state.counted, wishes: [{ ...event.wish, dot: event.hasDot }] }),
        wishes: state.wishes.filter((wish) => wish !== event.wish),
      }
    case 'refused':
      if (event.closes) return close(state, event.message)
      return {
        ...state,
        away: false,
        refused: { ...event.wish, message: event.message },
        wishes: state.wishes.filter((wish) => wish !== event.wish),
      }
    case 'warned':
      return { ...state, refused: { ...event.wish, message: event.message } }
    case 'synced':
      return { ...state, counted: event.counted }
    case 'closed':
      return close(state, event.message)
    case 'away':
      return { ...state, away: true }
  }
}

function close(state: BallotState, message: string): BallotState {
  return { ...state, closed: message, wishes: [], refused: null, lost: state.lost + state.wishes.length }
}

// The first tap may be on its way already, so it stays; a later one for the same option gives way to the newest.
function addWish(wishes: readonly Wish[], wish: Wish): Wish[] {
  return [...wishes.filter(({ optionId }, place) => place === 0 || optionId !== wish.optionId), wish]
}
