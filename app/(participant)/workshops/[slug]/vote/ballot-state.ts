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
  /** Why taps wait: no way to the server, or nobody is signed in. Null while they arrive. */
  waiting: 'CONNECTION' | 'SESSION' | null
  /** When the ballot was last changed here, or an answer came: what the server said before is out of date. */
  changedAt: number
  /** Taps that had not reached the server when the ballot closed. */
  lost: number
}

export type BallotEvent =
  | { type: 'wished'; wish: Wish; at: number }
  | { type: 'kept'; wishes: readonly Wish[] }
  | { type: 'answered'; wish: Wish; hasDot: boolean; at: number }
  | { type: 'refused'; wish: Wish; message: string; closes: boolean }
  | { type: 'warned'; wish: Wish; message: string }
  | { type: 'synced'; counted: readonly string[]; askedAt: number }
  | { type: 'closed'; message: string }
  | { type: 'waiting'; why: 'CONNECTION' | 'SESSION' }

const IDLE = { waiting: null, changedAt: 0 }

/** A ballot as the page was rendered. */
export function startBallot(ballot: { allowance: number; spentOn: readonly string[] }): BallotState {
  const { allowance, spentOn } = ballot
  return { allowance, counted: spentOn, wishes: [], refused: null, closed: null, ...IDLE, lost: 0 }
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
      return {
        ...state,
        refused: null,
        changedAt: event.at,
        wishes: addWish(state.wishes, event.wish),
      }
    case 'kept':
      return { ...state, wishes: event.wishes.reduceRight(addFirst, state.wishes) }
    case 'answered':
      return {
        ...state,
        waiting: null,
        changedAt: event.at,
        counted: shownOn({ counted: state.counted, wishes: [{ ...event.wish, dot: event.hasDot }] }),
        wishes: state.wishes.filter((wish) => wish !== event.wish),
      }
    case 'refused':
      if (event.closes) return close(state, event.message)
      return {
        ...state,
        waiting: null,
        refused: { ...event.wish, message: event.message },
        wishes: state.wishes.filter((wish) => wish !== event.wish),
      }
    case 'warned':
      return { ...state, refused: { ...event.wish, message: event.message } }
    case 'synced':
      return event.askedAt < state.changedAt ? state : { ...state, counted: event.counted }
    case 'closed':
      return close(state, event.message)
    case 'waiting':
      return { ...state, waiting: event.why }
  }
}

function close(state: BallotState, message: string): BallotState {
  return { ...state, closed: message, wishes: [], refused: null, lost: state.lost + state.wishes.length }
}

// The first tap may be on its way already, so it stays; a later one for the same option gives way to the newest.
function addWish(wishes: readonly Wish[], wish: Wish): Wish[] {
  return [...wishes.filter(({ optionId }, place) => place === 0 || optionId !== wish.optionId), wish]
}

// What was kept comes before what was tapped since, unless it is about the same option.
function addFirst(wishes: readonly Wish[], kept: Wish): readonly Wish[] {
  return wishes.some(({ optionId }) => optionId === kept.optionId) ? wishes : [kept, ...wishes]
}
