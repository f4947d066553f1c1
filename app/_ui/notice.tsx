import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const KINDS = {
  info: { word: 'Information', Icon: Info, look: 'border-accent bg-accent-soft', icon: 'text-accent' },
  success: { word: 'Done', Icon: CircleCheck, look: 'border-green bg-green-soft', icon: 'text-green' },
  warning: { word: 'Take note', Icon: TriangleAlert, look: 'border-amber bg-amber-soft', icon: 'text-amber' },
  error: { word: 'Problem', Icon: CircleAlert, look: 'border-red bg-red-soft', icon: 'text-red' },
} as const

type Props = {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  /** `alert` interrupts a screen reader: only for what has just gone wrong. */
  role?: 'alert' | 'status'
  className?: string
}

/** A sentence that stands out, with an icon and a word for what kind of sentence it is. */
export function Notice({ kind = 'info', title, children, role, className }: Props) {
  const { word, Icon, look, icon } = KINDS[kind]
  return (
    <div role={role} className={classNames('flex gap-3 rounded-card border-s-4 p-4', look, className)}>
      <Icon aria-hidden className={classNames('mt-0.5 size-6 shrink-0', icon)} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{word}: </span>
        {title ? <p className="font-bold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
