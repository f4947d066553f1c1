'use client'

import { List, StickyNote } from 'lucide-react'
import type { WallView } from '#domain/critiques.ts'
import type { Operation } from '../../../_apollo/operation.ts'
import { send } from '../../../_apollo/transport.ts'
import { classNames } from '../../../_ui/class-names.ts'
import { TextLink } from '../../../_ui/text-link.tsx'
import type { SetWallViewMutation, SetWallViewMutationVariables } from './wall-switch.generated.ts'

type Props = {
  slug: string
  here: WallView
  remember: boolean
  operation: Operation<SetWallViewMutation, SetWallViewMutationVariables>
}

const FORMS = [
  { view: 'BOARD', page: 'board', label: 'Board', Icon: StickyNote },
  { view: 'OUTLINE', page: 'ideas', label: 'Outline', Icon: List },
] as const

/** Two links. Following one remembers it, for those who are signed in. */
export function WallSwitchLinks({ slug, here, remember, operation }: Props) {
  function choose(view: WallView) {
    // Forgetting it is no harm: the link is followed all the same.
    if (remember) void send(operation, { view }).catch(() => undefined)
  }

  return (
    <nav
      aria-label="Board or outline"
      className="inline-flex rounded-card border border-line-strong bg-surface p-1"
    >
      {FORMS.map(({ view, page, label, Icon }) => (
        <TextLink
          key={view}
          href={`/workshops/${slug}/${page}`}
          aria-current={view === here ? 'page' : undefined}
          onClick={() => choose(view)}
          className={classNames(
            'inline-flex min-h-11 items-center gap-2 rounded-card px-4 font-bold no-underline',
            view === here
              ? 'bg-accent text-on-accent hover:text-on-accent'
              : 'text-accent hover:bg-accent-soft',
          )}
        >
          <Icon aria-hidden className="size-5" />
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
