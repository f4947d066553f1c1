import type { ComponentProps, ElementType } from 'react'
import { classNames } from './class-names.ts'

type Props = ComponentProps<'div'> & { as?: ElementType }

/** A sheet of paper on the table: one matter each. */
export function Card({ as: Element = 'div', className, ...rest }: Props) {
  return (
    <Element
      {...rest}
      className={classNames('rounded-card border border-line bg-surface p-4 shadow-card md:p-6', className)}
    />
  )
}
