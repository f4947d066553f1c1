'use client'

import type { WallView } from '#domain/critiques.ts'
import type { Operation } from '../../../_apollo/operation.ts'
import { send } from '../../../_apollo/transport.ts'
import { classNames } from '../../../_ui/class-names.ts'
import { TextLink } from '../../../_ui/text-link.tsx'
import type { SetWallViewMutation, SetWallViewMutationVariables } from './wall-view.generated.ts'

type Props = {
  slug: string
  view: WallView
  /** Remembers the choice; null where there is nobody to remember it for. */
  operation: Operation<SetWallViewMutation, SetWallViewMutationVariables> | null
}

const VIEWS = [
  { view: 'BOARD', label: 'Board', path: 'board' },
  { view: 'OUTLINE', label: 'Outline', path: 'ideas' },
] as const

/** Goes from the board to the outline or back, and remembers which of them the viewer likes. */
export function WallViewSwitch({ slug, view: here, operation }: Props) {
  // The page comes all the same; the next time it is only not remembered.
  const remember = (view: WallView) => void (operation && send(operation, { view }).catch(() => null))
  return (
    <nav aria-label="Ways to read the ideas" className="inline-flex rounded-card border border-line-strong">
      {VIEWS.map(({ view, label, path }) => (
        <TextLink
          key={view}
          href={`/workshops/${slug}/${path}`}
          aria-current={view === here ? 'page' : undefined}
          onClick={() => remember(view)}
          className={classNames(
            'inline-flex min-h-11 items-center px-4 no-underline first:rounded-s-card last:rounded-e-card',
            view === here && 'bg-accent font-bold text-on-accent hover:text-on-accent',
          )}
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
