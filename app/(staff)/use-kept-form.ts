'use client'

import { type ChangeEvent, useEffect, useRef, useState } from 'react'

type Fields = Record<string, string | boolean>
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type KeptForm<T extends Fields> = {
  values: T
  /** The fields that differ from what is saved. */
  changed: Partial<T>
  /** Whether something typed is not saved yet. */
  dirty: boolean
  set: (name: keyof T & string, value: string | boolean) => void
  /** The props of a text field, text area or select. */
  field: (name: keyof T & string) => {
    name: string
    value: string
    onChange: (event: ChangeEvent<Control>) => void
  }
  /** The props of a check box. */
  box: (name: keyof T & string) => {
    name: string
    checked: boolean
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }
  /** Forgets what was typed: after it was saved, or thrown away. */
  clear: () => void
}

/**
 * A form whose typed words outlive a reload, a lost connection and an expired session: they are kept in the tab until
 * they are saved. Fields nobody has touched follow what is saved, so a colleague's change still shows.
 */
export function useKeptForm<T extends Fields>(key: string, saved: T): KeptForm<T> {
  const [changed, setChanged] = useState<Partial<T>>({})
  const latest = useRef<Partial<T>>({})

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

  const set: KeptForm<T>['set'] = (name, value) => keep({ ...latest.current, [name]: value })
  const values = { ...saved, ...changed }
  const unsaved = Object.entries(changed).filter(([name, value]) => value !== saved[name])
  return {
    values,
    changed: Object.fromEntries(unsaved) as Partial<T>,
    dirty: unsaved.length > 0,
    set,
    field: (name) => ({
      name,
      value: String(values[name] ?? ''),
      onChange: (event) => set(name, event.target.value),
    }),
    box: (name) => ({
      name,
      checked: values[name] === true,
      onChange: (event) => set(name, event.target.checked),
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
