import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

// Shapes first, hues second: twelve areas can be told apart without any colour.
const GLYPHS: ReactNode[] = [
  <circle key="circle" cx="12" cy="12" r="9" />,
  <path key="square" d="M4 4h16v16H4z" />,
  <path key="triangle" d="M12 3 22 21H2z" />,
  <path key="diamond" d="M12 1 23 12 12 23 1 12z" />,
  <path key="cross" d="M8 2h8v6h6v8h-6v6H8v-6H2V8h6z" />,
  <path key="hexagon" d="M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z" />,
  <path
    key="ring"
    fillRule="evenodd"
    d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m0 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10"
  />,
  <path key="star" d="m12 1 3.2 7.2 7.8.8-5.9 5.2 1.8 7.8-6.9-4.1L5.1 22l1.8-7.8L1 9l7.8-.8z" />,
  <path key="down" d="M2 3h20L12 21z" />,
  <path key="half" d="M3 18a9 9 0 0 1 18 0z" />,
  <path key="bars" d="M3 4h18v5H3zm0 11h18v5H3z" />,
  <path key="frame" fillRule="evenodd" d="M3 3h18v18H3zm5 5v8h8V8z" />,
]

type Props = {
  /** The area's place among the areas of its project, from 0. */
  position: number
  name: string
  /** Only the glyph is seen; the name is still read out. */
  nameHidden?: boolean
  className?: string
}

/** A challenge area: a glyph of its own, a hue, and its name. */
export function AreaMark({ position, name, nameHidden = false, className }: Props) {
  return (
    <span className={classNames('inline-flex items-baseline gap-2', className)}>
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        data-area={position % 8}
        className="area-colour size-[0.85em] shrink-0 translate-y-[0.05em] fill-current"
      >
        {GLYPHS[position % GLYPHS.length]}
      </svg>
      <span className={nameHidden ? 'sr-only' : undefined}>{name}</span>
    </span>
  )
}
