'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import { ChosenBar } from '../desk/chosen-bar.tsx'
import { FindField } from '../desk/find-field.tsx'
import { useChosen } from '../desk/use-chosen.ts'
import { byTheOneThatStayed, IDEAS } from '../desk/words.ts'
import {
  type CuratedIdea,
  type IdeaDeskSetting,
  type IdeaFilter,
  matching,
  onTheWall,
  setAside,
} from './curated-ideas.ts'
import { HideIdeas } from './hide-ideas.tsx'
import { IdeaCard } from './idea-card.tsx'
import { MergeIdeas } from './merge-ideas.tsx'
import { SetAsideIdeas } from './set-aside-ideas.tsx'

const NONE: readonly CuratedIdea[] = []

type Props = { desk: IdeaDeskSetting; ideas: readonly CuratedIdea[] }

/** All ideas by statement. Several can be chosen, to be merged. */
export function IdeaDesk({ desk, ideas }: Props) {
  const [filter, setFilter] = useState<IdeaFilter>({ search: '', horizon: '' })
  const { ids, toggle, choose, clear } = useChosen()
  // Hundreds of cards: they follow what is typed as fast as they can, and never hold it up.
  const asked = useDeferredValue(filter)
  const wall = useMemo(() => matching(onTheWall(ideas), asked), [ideas, asked])
  const merged = useMemo(() => byTheOneThatStayed(ideas), [ideas])
  // One that was merged or hidden meanwhile is no longer chosen.
  const chosen = onTheWall(ideas).filter(({ id }) => ids.has(id))

  return (
    <>
      <FindField
        noun={IDEAS}
        search={filter.search}
        change={(search) => setFilter({ ...filter, search })}
        found={wall.length}
      >
        <SelectField
          id="horizon"
          label="Show"
          value={filter.horizon}
          onChange={(event) => setFilter({ ...filter, horizon: event.target.value as IdeaFilter['horizon'] })}
        >
          <option value="">All horizons</option>
          {HORIZONS.map((horizon) => (
            <option key={horizon} value={horizon}>
              {HORIZON_LABELS[horizon]}
            </option>
          ))}
        </SelectField>
      </FindField>
      <ChosenBar
        noun={IDEAS}
        count={chosen.length}
        shown={wall.length}
        hint="Tick several ideas to hide them, or several for one problem statement to merge them."
        chooseAll={() => choose(wall.map(({ id }) => id))}
        clear={clear}
        merge={(done) => <MergeIdeas ideas={chosen} tables={desk.tables} done={done} />}
      >
        <FormDialog
          trigger="Hide"
          title={`Hide ${chosen.length === 1 ? 'this idea' : `${chosen.length} ideas`}`}
        >
          {(close) => (
            <HideIdeas
              ideas={chosen}
              done={() => {
                close()
                clear()
              }}
            />
          )}
        </FormDialog>
      </ChosenBar>
      {wall.length === 0 ? (
        <Empty title="No idea matches">
          <p>Search for other words, or show ideas of all horizons.</p>
        </Empty>
      ) : null}
      {desk.statements.map(({ id, title }) => {
        const answers = wall.filter(({ statement }) => statement.id === id)
        if (answers.length === 0) return null
        return (
          <section key={id} aria-labelledby={`statement-${id}`} className="mb-10">
            <h2 id={`statement-${id}`}>
              {title}{' '}
              <span className="tally text-body font-normal text-ink-soft">
                {plural(answers.length, 'idea')}
              </span>
            </h2>
            <ul className="mt-3 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {answers.map((idea) => (
                <IdeaCard
                  key={idea.id}
                  idea={idea}
                  merged={merged.get(idea.id) ?? NONE}
                  desk={desk}
                  chosen={ids.has(idea.id)}
                  toggle={toggle}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <SetAsideIdeas ideas={setAside(ideas)} tables={desk.tables} />
    </>
  )
}
