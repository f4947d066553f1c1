import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { DriverActs } from './driver-acts.tsx'
import type { BriefView } from './load-brief.ts'

type Driver = BriefView['drivers'][number]

/** The tree of drivers as lists within a list, so that it is a tree for a screen reader too. */
export function Drivers({ drivers }: { drivers: readonly Driver[] }) {
  if (drivers.length === 0) {
    return <p className="text-ink-soft">What brings the aim about? Nobody has said yet.</p>
  }
  return <Level drivers={drivers} parentId={null} />
}

function Level({ drivers, parentId }: { drivers: readonly Driver[]; parentId: string | null }) {
  const here = drivers.filter((driver) => driver.parentId === parentId)
  if (here.length === 0) return null
  return (
    <ol className={parentId === null ? 'mt-2 space-y-4' : 'mt-2 space-y-2 border-s-2 border-line ps-4'}>
      {here.map((driver, at) => (
        <li key={driver.id}>
          <p className={parentId === null ? 'font-bold wrap-anywhere' : 'wrap-anywhere'}>{driver.text}</p>
          <Disclosure
            summary={
              <>
                Change<span className="sr-only"> {driver.text}</span>
              </>
            }
          >
            <DriverActs driver={driver} first={at === 0} last={at === here.length - 1} />
          </Disclosure>
          <Level drivers={drivers} parentId={driver.id} />
        </li>
      ))}
    </ol>
  )
}
