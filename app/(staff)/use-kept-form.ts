'use client'

import { type ChangeEvent, type RefCallback, useEffect, useRef, useState } from 'react'
import { ownerOnPage } from '../_ui/own-storage.ts'
import { type Control, joinWords, useEarlyWords } from '../_ui/use-early-words.ts'

type Fields = Record<string, string | boolean>

/** What was typed into each field, and what was saved there under the first keystroke. */
type Typed<T extends Fields> = { [Name in keyof T]?: { value: T[Name]; under?: T[Name] } }

/** A field that somebody else has changed while it was being typed in, with what is saved there now. */
export type Overtaken = { name: string; theirs: string | boolean }

type KeptForm<T extends Fields> = {
  values: T
  /**
   * Of what a change would send, keyed like the form's fields, the fields that differ from what is saved. The others are
   * left out, so that a colleague's change of them stays.
   */
  onlyChanged: <I extends object>(input: I & Record<Exclude<keyof I, keyof T>, never>) => Partial<I>
  /** What the changed fields held under the first keystroke: nobody saves over what came after it unseen. */
  basedOn: Record<string, string | boolean>
  /** Changed fields that somebody else has changed meanwhile, with what is saved there now. */
  overtaken: readonly Overtaken[]
  /** Has seen what somebody else saved, and will save over it. */
  keepMine: () => void
  /** Takes what somebody else saved, and forgets what was typed there. */
  takeTheirs: () => void
  /** Whether something typed is not saved yet. */
  dirty: boolean
  set: (name: keyof T & string, value: string | boolean) => void
  /** The props of a text field, text area or select. */
  field: (name: keyof T & string) => {
    name: string
    value: string
    autoComplete?: 'off'
    ref: RefCallback<Control>
    onChange: (event: ChangeEvent<Control>) => void
  }
  /** The props of a check box. */
  box: (name: keyof T & string) => {
    name: string
    checked: boolean
    autoComplete?: 'off'
    ref: RefCallback<HTMLInputElement>
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }
  /** Forgets what was typed: after it was saved, or thrown away. */
  clear: () => void
}

/**
 * A form whose typed words outlive a reload, a lost connection and an expired session: they are kept in the tab until
 * they are saved. Fields nobody has touched, or that read again as what is saved, follow it: a colleague's change shows.
 */
export function useKeptForm<T extends Fields>(key: string, saved: T): KeptForm<T> {
  const [typed, setTyped] = useState<Typed<T>>({})
  const latest = useRef<Typed<T>>({})
  const isEarly = useEarlyWords()

  useEffect(() => {
    const kept = read<T>(key)
    if (!kept) return
    latest.current = { ...kept, ...latest.current }
    setTyped(latest.current)
  }, [key])

  function keep(next: Typed<T>) {
    latest.current = next
    write(key, next)
    setTyped(next)
  }

  /** Takes over what was typed before the script ran, and loses nothing of what an earlier visit kept. */
  function setEarly(name: keyof T & string, control: Control) {
    const kept = { ...read<T>(key), ...latest.current }
    const before = kept[name]?.value
    const value = 'checked' in control && control.type === 'checkbox' ? control.checked : control.value
    const both = control instanceof HTMLTextAreaElement && typeof before === 'string'
    const words = both ? joinWords(before, control.value) : value
    keep({ ...kept, [name]: { value: words, under: kept[name]?.under ?? saved[name] } })
  }

  const set: KeptForm<T>['set'] = (name, value) => {
    const under = latest.current[name]?.under ?? saved[name]
    keep({ ...latest.current, [name]: { value, under } })
  }
  const type: KeptForm<T>['set'] = (name, value) => {
    if (value !== saved[name]) return set(name, value)
    const { [name]: _typed, ...others } = latest.current
    keep(others as Typed<T>)
  }
  const changed = Object.fromEntries(
    Object.entries(typed).map(([name, field]) => [name, field?.value]),
  ) as Partial<T>
  const values = { ...saved, ...changed }
  const unsaved: (keyof T & string)[] = Object.keys(changed).filter((name) => changed[name] !== saved[name])
  const under = (name: keyof T & string) => typed[name]?.under ?? saved[name] ?? ''
  const overtaken = unsaved
    .filter((name) => under(name) !== saved[name])
    .map((name) => ({ name, theirs: saved[name] ?? '' }))
  const forOvertaken = (next: (name: keyof T & string, now: Typed<T>) => Typed<T>) =>
    keep(overtaken.reduce((now, { name }) => next(name, now), latest.current))
  return {
    values,
    basedOn: Object.fromEntries(unsaved.map((name) => [name, under(name)])),
    overtaken,
    keepMine: () =>
      forOvertaken((name, now) => ({ ...now, [name]: { value: values[name], under: saved[name] } })),
    takeTheirs: () => forOvertaken((name, { [name]: _mine, ...others }) => others as Typed<T>),
    onlyChanged: <I extends object>(input: I) =>
      Object.fromEntries(Object.entries(input).filter(([name]) => unsaved.includes(name))) as Partial<I>,
    dirty: unsaved.length > 0,
    set,
    field: (name) => ({
      name,
      value: String(values[name] ?? ''),
      autoComplete: 'off',
      ref: (control) => {
        if (control && isEarly(control)) setEarly(name, control)
      },
      onChange: (event) => type(name, event.target.value),
    }),
    box: (name) => ({
      name,
      checked: values[name] === true,
      autoComplete: 'off',
      ref: (control) => {
        if (control && isEarly(control)) setEarly(name, control)
      },
      onChange: (event) => type(name, event.target.checked),
    }),
    clear: () => keep({}),
  }
}

// Somebody else who signs in in this tab finds a form of their own.
function nameOf(key: string): string {
  return `typed:${ownerOnPage()?.person ?? ''}:${key}`
}

function read<T extends Fields>(key: string): Typed<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null')
  } catch {
    return null // storage is switched off or full of something else: the form works without
  }
}

function write(key: string, changed: object) {
  try {
    if (Object.keys(changed).length === 0) sessionStorage.removeItem(nameOf(key))
    else sessionStorage.setItem(nameOf(key), JSON.stringify(changed))
  } catch {
    // As above.
  }
}
