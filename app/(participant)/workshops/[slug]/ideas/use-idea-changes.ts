'use client'

import { useChange, useHoped } from '../use-change.ts'
import type { IdeaChange } from './edit-idea.tsx'
import {
  EditIdeaDocument,
  HideIdeaDocument,
  RestoreIdeaDocument,
  ShowIdeaDocument,
  SupportIdeaDocument,
  type WallIdeaFragment,
  WithdrawIdeaDocument,
} from './ideas.generated.ts'

/** Changes of one idea that show before the server has answered, and go back when the answer is no. */
export function useIdeaChanges(idea: WallIdeaFragment, refresh?: () => void) {
  const change = useChange(refresh)
  const { shown, saving, hopefully } = useHoped(idea)
  const ideaId = idea.id

  function restore() {
    const sent = change(RestoreIdeaDocument, { ideaId }, 'The idea is back on the wall.')
    return hopefully({ withdrawnAt: null }, sent)
  }

  function show() {
    return change(ShowIdeaDocument, { ideaId }, 'The idea is shown again.')
  }

  return {
    shown,
    saving,
    support: (supported: boolean) => {
      const supportCount = shown.supportCount + (supported ? 1 : -1)
      const done = supported ? 'You support this idea.' : 'You no longer support this idea.'
      const sent = change(SupportIdeaDocument, { ideaId, supported }, done)
      return hopefully({ viewerSupports: supported, supportCount }, sent)
    },
    edit: (words: IdeaChange) => {
      const sent = change(EditIdeaDocument, { input: { id: ideaId, ...words } }, 'The idea is changed.')
      return hopefully({ text: words.text }, sent)
    },
    withdraw: () => {
      const undo = { label: 'Undo', run: () => void restore() }
      const sent = change(WithdrawIdeaDocument, { ideaId }, 'The idea is taken down.', undo)
      return hopefully({ withdrawnAt: new Date().toISOString() }, sent)
    },
    restore,
    hide: (reason: string) =>
      change(HideIdeaDocument, { ideaId, reason }, 'The idea is hidden.', {
        label: 'Undo',
        run: () => void show(),
      }),
    show,
  }
}
