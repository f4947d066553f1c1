import type { ComponentProps, ElementType, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = ComponentProps<'article'> & {
  as?: ElementType
  /** Codes of the tables it came from, written in the corner as in 2017. */
  codes?: readonly string[]
  /** The first table's position, from 0, which gives the colour; null for one that came from no table. */
  hue: number | null
  /** Shown in the other corner: a tag, a number of votes. */
  corner?: ReactNode
}

/** A post-it in its table's colour, with the table's code in the bottom left corner. */
export function PostIt({
  as: Element = 'article',
  codes = [],
  hue,
  corner,
  className,
  children,
  ...rest
}: Props) {
  return (
    <Element
      {...rest}
      data-hue={hue === null ? 'none' : hue % 8}
      className={classNames('postit flex flex-col gap-3 p-4 shadow-card', className)}
    >
      <div dir="auto" className="flex-1">
        {children}
      </div>
      {codes.length > 0 || corner ? (
        <div className="flex flex-wrap items-end justify-between gap-2">
          {codes.length > 0 ? (
            <p className="text-small font-bold">
              <span className="sr-only">{codes.length === 1 ? 'From table ' : 'From tables '}</span>
              {codes.join(', ')}
            </p>
          ) : (
            <span />
          )}
          {corner}
        </div>
      ) : null}
    </Element>
  )
}
