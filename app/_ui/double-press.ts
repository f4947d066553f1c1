const WITHIN_MS = 500

/**
 * Whether a press is the second of a double one, and no wish of its own. By the events' own times: a slow phone may
 * get to the second long after it was made.
 */
export function isDoublePress(
  first: Pick<Event, 'timeStamp'> | null | undefined,
  press: Pick<Event, 'timeStamp'>,
): boolean {
  return first != null && press.timeStamp - first.timeStamp < WITHIN_MS
}
