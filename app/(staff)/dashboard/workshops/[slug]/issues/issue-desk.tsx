'use client'

import { useDeferredValue, useMemo, useOptimistic, useState } from 'react'
import { plural } from '#domain/numbers.ts'
import { AreaMark } from '../../../../../_ui/area-mark.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useChosen } from '../desk/use-chosen.ts'
import { byTheOneThatStayed } from '../desk/words.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { type CuratedIssue, type Desk, type DeskFilter, matching, onTheWall, setAside } from './curated.ts'
import { FilterFields } from './filter-fields.tsx'
import { IssueCard } from './issue-card.tsx'
import { SetAsideList } from './set-aside-list.tsx'
import { useDecide } from './use-decide.ts'

const NONE: readonly CuratedIssue[] = []

type Props = { desk: Desk; issues: readonly CuratedIssue[] }

/** All issues by area. Several can be chosen, to be merged or put forward together. */
export function IssueDesk({ desk, issues }: Props) {
  const [filter, setFilter] = useState<DeskFilter>({ search: '', state: '' })
  const { ids: chosenIds, toggle, choose, clear } = useChosen()
  const [shown, show] = useOptimistic(
    issues,
    (before, changed: Pick<CuratedIssue, 'id' | 'state' | 'stateReason'>) =>
      before.map((issue) => (issue.id === changed.id ? { ...issue, ...changed } : issue)),
  )
  const decide = useDecide(show)
  // Hundreds of cards: they follow what is typed as fast as they can, and never hold it up.
  const asked = useDeferredValue(filter)
  const wall = useMemo(() => matching(onTheWall(shown), asked), [shown, asked])
  const merged = useMemo(() => byTheOneThatStayed(shown), [shown])
  // One that was merged or hidden meanwhile is no longer chosen.
  const chosen = onTheWall(shown).filter(({ id }) => chosenIds.has(id))

  return (
    <>
      <FilterFields filter={filter} change={setFilter} found={wall.length} />
      <ChosenBar
        chosen={chosen}
        shown={wall}
        chooseAll={() => choose(wall.map(({ id }) => id))}
        clear={clear}
        decide={decide}
      />
      <RefusedNote refused={decide.refused} form="issues" className="mb-4" />
      {wall.length === 0 ? (
        <Empty title="No issue matches">
          <p>Search for other words, or show issues in every state.</p>
        </Empty>
      ) : null}
      {desk.areas.map((area, place) => {
        const inArea = wall.filter((issue) => issue.area.id === area.id)
        if (inArea.length === 0) return null
        return (
          <section key={area.id} aria-labelledby={`area-${area.id}`} className="mb-10">
            <h2 id={`area-${area.id}`}>
              <AreaMark position={place} name={area.name} />{' '}
              <span className="tally text-body font-normal text-ink-soft">
                {plural(inArea.length, 'issue')}
              </span>
            </h2>
            <ul className="mt-3 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {inArea.map((issue) => (
                <IssueCard
                  key={issue.id}
                  issue={issue}
                  merged={merged.get(issue.id) ?? NONE}
                  desk={desk}
                  chosen={chosenIds.has(issue.id)}
                  toggle={toggle}
                  decide={decide.one}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <SetAsideList issues={setAside(shown)} tables={desk.tables} />
    </>
  )
}
