'use client'

import { useLayoutEffect, useRef } from 'react'
import { useHydrated } from './use-hydrated.ts'

/** Everything that is typed or chosen in. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * For the `ref` of controlled fields: whether somebody has typed or chosen there before the page's script ran. The
 * first render after that would put back what the server drew. Such fields carry `autoComplete="off"`, or what a
 * browser restores after a reload would pass for words typed now.
 */
export function useEarlyWords(): (control: Control) => boolean {
  const hydrated = useHydrated()
  // What the script itself draws has no time before it.
  const over = useRef(hydrated)
  useLayoutEffect(() => {
    over.current = true
  }, [])
  return (control) => !over.current && differsFromDrawn(control)
}

/** Words of an earlier visit and words typed now, both kept: the newer ones come last. */
export function joinWords(kept: string, typed: string): string {
  if (typed.includes(kept)) return typed
  return kept.includes(typed) ? kept : `${kept}\n${typed}`
}

function differsFromDrawn(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    return !(options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.selected
  }
  if (control.type === 'radio') return 'checked' in control && control.checked && !control.defaultChecked
  if (control.type === 'checkbox') return 'checked' in control && control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}
