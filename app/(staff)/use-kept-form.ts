'use client'

import { type ChangeEvent, type RefCallback, useEffect, useRef, useState } from 'react'
import { type Control, joinWords, useEarlyWords } from '../_ui/use-early-words.ts'

type Fields = Record<string, string | boolean>

type KeptForm<T extends Fields> = {
  values: T
  /**
   * Of what a change would send, keyed like the form's fields, the fields that differ from what is saved. The others are
   * left out, so that a colleague's change of them stays.
   */
  onlyChanged: <I extends object>(input: I & Record<Exclude<keyof I, keyof T>, never>) => Partial<I>
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
  const [changed, setChanged] = useState<Partial<T>>({})
  const latest = useRef<Partial<T>>({})
  const isEarly = useEarlyWords()

  useEffect(() => {
    const kept = read<T>(key)
    if (!kept) return
    latest.current = { ...kept, ...latest.current }
    setChanged(latest.current)
  }, [key])

  function keep(next: Partial<T>) {
    latest.current = next
    write(key, next)
    setChanged(next)
  }

  /** Takes over what was typed before the script ran, and loses nothing of what an earlier visit kept. */
  function setEarly(name: keyof T & string, control: Control) {
    const kept = { ...read<T>(key), ...latest.current }
    const before = kept[name]
    const value = 'checked' in control && control.type === 'checkbox' ? control.checked : control.value
    const both = control instanceof HTMLTextAreaElement && typeof before === 'string'
    keep({ ...kept, [name]: both ? joinWords(before, control.value) : value })
  }

  const set: KeptForm<T>['set'] = (name, value) => keep({ ...latest.current, [name]: value })
  const type: KeptForm<T>['set'] = (name, value) => {
    if (value !== saved[name]) return set(name, value)
    const { [name]: _typed, ...others } = latest.current
    keep(others as Partial<T>)
  }
  const values = { ...saved, ...changed }
  const unsaved = Object.keys(changed).filter((name) => changed[name] !== saved[name])
  return {
    values,
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

function read<T>(key: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(`kept:${key}`) ?? 'null')
  } catch {
    return null // storage is switched off or full of something else: the form works without
  }
}

function write(key: string, changed: object) {
  try {
    if (Object.keys(changed).length === 0) sessionStorage.removeItem(`kept:${key}`)
    else sessionStorage.setItem(`kept:${key}`, JSON.stringify(changed))
  } catch {
    // As above.
  }
}
