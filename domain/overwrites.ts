import { type Refusal, refusal } from './refusal.ts'

/**
 * What the fields of a form held when its changes were begun, by the names of the fields. A field that is not named is
 * saved whatever stands there.
 */
export type BasedOn = Readonly<Record<string, string | number | boolean | null>>

const CHANGED =
  'Somebody else changed this while you were writing. Read both versions, then save the one that is right.'

/**
 * Nobody saves over what somebody else has changed meanwhile without having seen it. `now` is what stands there, by the
 * names of the input's fields. A change that says what stands there already is no overwriting.
 */
export function refuseOverwrite(
  input: { readonly basedOn?: BasedOn | null },
  now: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>> = { ...input },
): Refusal | null {
  const { basedOn } = input
  if (basedOn == null) return null
  const field = Object.keys(now).find(
    (name) =>
      wanted[name] !== undefined &&
      Object.hasOwn(basedOn, name) &&
      !reads(now[name], basedOn[name]) &&
      !reads(now[name], wanted[name]),
  )
  return field === undefined ? null : refusal('STALE_STATE', CHANGED, field)
}

/** Forms hold text: 4 reads as "4" there, and what is not there as nothing. */
function reads(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    String(value ?? '')
      .normalize('NFC')
      .trim()
  return text(a) === text(b)
}
