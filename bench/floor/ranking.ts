import type { ResultFigures } from './statements.ts'

const figures = new Intl.NumberFormat('en-GB')

/** Ranks, shares and the cut line of a closed round, in one pass over its options. */
export function rank({ id, title, select, roll, totals }: ResultFigures) {
  const [titles, areaNames, tableCodes, channels] = roll
  const places = channels.map((byChannel, at) => ({ at, dots: sumOf(byChannel) }))
  places.sort((a, b) => b.dots - a.dots)
  const all = places.reduce((sum, { dots }) => sum + dots, 0)
  let rank = 0
  let last = -1
  const rows = places.map(({ at, dots }, place) => {
    if (dots !== last) rank = place + 1
    last = dots
    return {
      rank,
      dots,
      share: all > 0 ? dots / all : null,
      option: { title: titles[at], areaName: areaNames[at], tableCodes: tableCodes[at] },
      byChannel: (channels[at] ?? []).map(([channel, dots]) => ({ channel, dots })),
    }
  })
  return {
    id,
    title,
    result: {
      rows,
      dots: all,
      cutLine: cutLine(
        places.map(({ dots }) => dots),
        select,
      ),
      channels: totals.map(([channel, ballots, dots]) => ({ channel, dots, ballots })),
    },
  }
}

function cutLine(dots: readonly number[], select: number) {
  const last = dots[select - 1]
  const next = dots[select]
  if (last === undefined || next === undefined) return { margin: null, explanation: 'There is no cut.' }
  const margin = last - next
  if (margin === 0) {
    const tied = dots.filter((count) => count === last).length
    const over = dots.filter((count) => count > last).length
    const explanation = `${plural(tied, 'issue')} tie at ${plural(last, 'vote')} across the cut, with ${plural(select - over, 'place')} left.`
    return { margin, explanation }
  }
  const below = dots.filter((count) => count === next).length
  const first =
    below === 1 ? 'the first issue below' : `one of the ${figures.format(below)} first issues below`
  const explanation = `The cut is ${plural(margin, 'vote')} wide: the last above it has ${figures.format(last)}, the first below it ${figures.format(next)}. ${plural(margin, 'more vote')} would have brought ${first} level, and ${figures.format(margin + 1)} would have put it above.`
  return { margin, explanation }
}

function sumOf(byChannel: readonly [string, number][] | null): number {
  let sum = 0
  for (const [, dots] of byChannel ?? []) sum += dots
  return sum
}

function plural(count: number, noun: string): string {
  return `${figures.format(count)} ${noun}${count === 1 ? '' : 's'}`
}
