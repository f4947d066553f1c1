import { Fragment } from 'react'

/** A sentence of the contract or its change log, with what stands between backticks as code. */
export function MarkedText({ text }: { text: string }) {
  return text.split('`').map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their places
    place % 2 === 1 ? <code key={place}>{part}</code> : <Fragment key={place}>{part}</Fragment>,
  )
}
