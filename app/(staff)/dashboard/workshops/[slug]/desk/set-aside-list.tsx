'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import type { Refused } from '../../../../use-act.ts'
import type { Noun, Words } from './words.ts'

export type SetAside = Words & { hidden: boolean; withdrawn: boolean; hiddenReason: string | null }

type Props = {
  noun: Noun
  setAside: readonly SetAside[]
  show: (id: string) => Promise<unknown>
  restore: (id: string) => Promise<unknown>
  pending: boolean
  refused: Refused | null
}

/** What was hidden or withdrawn. Its words are kept, and it can come back. */
export function SetAsideList({ noun, setAside, show, restore, pending, refused }: Props) {
  if (setAside.length === 0) return null

  async function bringBack({ id, hidden, withdrawn }: SetAside) {
    if (hidden && !(await show(id))) return
    if (withdrawn && !(await restore(id))) return
    toast(`The ${noun.one} is back on the wall.`)
  }

  return (
    <Disclosure summary={`Set aside (${setAside.length})`} className="mb-10">
      <RefusedNote refused={refused} form="aside" className="mb-4" />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {setAside.map((words) => (
          <PostIt key={words.id} as="li" hue={words.hue} codes={words.codes}>
            <p className="font-bold">{words.text}</p>
            <p className="mt-1">
              <Tag>{words.hidden ? 'Hidden' : 'Withdrawn by its author'}</Tag>
            </p>
            {words.hiddenReason ? <p className="mt-1">{words.hiddenReason}</p> : null}
            <Button
              variant="secondary"
              className="mt-3"
              pending={pending}
              pendingLabel="Bringing back"
              onClick={() => bringBack(words)}
            >
              {words.hidden ? 'Show it again' : 'Bring it back'}
              <span className="sr-only">: {words.text}</span>
            </Button>
          </PostIt>
        ))}
      </ul>
    </Disclosure>
  )
}
