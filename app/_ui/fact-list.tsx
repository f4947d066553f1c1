import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

/** What there is to know of one thing, each with its name. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
