'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import type { Refused } from '../../../../use-act.ts'
import type { Noun, Words } from './words.ts'

type Props = {
  noun: Noun
  merged: readonly (Words & { mergedByName: string | null })[]
  unmerge: (id: string) => Promise<unknown>
  pending: boolean
  refused: Refused | null
}

/** What became one, in its own words, each with the way out. */
export function MergedList({ noun, merged, unmerge, pending, refused }: Props) {
  async function takeOut(id: string) {
    if (await unmerge(id)) toast(`The merge is undone. The ${noun.one} stands on its own again.`)
  }

  return (
    <div className="mt-2 border-s-4 border-line-strong ps-3">
      <p className="font-bold">Merged into it:</p>
      <RefusedNote refused={refused} form="merged" className="my-2" />
      <ul>
        {merged.map(({ id, text, codes, mergedByName }) => (
          <li key={id} className="py-1">
            <p>
              {text} {codes.length > 0 ? `(${codes.join(', ')})` : ''}
              {mergedByName ? <span className="block text-ink-soft">by {mergedByName}</span> : null}
            </p>
            <Button
              variant="quiet"
              className="-ms-2"
              pending={pending}
              pendingLabel="Taking out"
              onClick={() => takeOut(id)}
            >
              Undo this merge<span className="sr-only">: {text}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
