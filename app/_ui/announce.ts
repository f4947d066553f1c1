const REGIONS = ['announcements-a', 'announcements-b'] as const
let turn = 0

/**
 * Says a sentence once, politely, to a screen reader. The layout holds two regions that take turns, because a region
 * that is given the same words again stays silent.
 */
export function announce(sentence: string): void {
  turn = 1 - turn
  for (const [place, id] of REGIONS.entries()) {
    const region = document.getElementById(id)
    if (region) region.textContent = place === turn ? sentence : ''
  }
}
