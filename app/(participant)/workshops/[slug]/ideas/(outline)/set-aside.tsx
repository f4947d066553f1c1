'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { firstWords } from '../../first-words.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import { useIdeaChanges } from '../use-idea-changes.ts'

type Props = { ideas: readonly WallIdeaFragment[]; mayRestore: boolean }

/** The viewer's own ideas that are off the wall: taken down by themselves, or hidden by a facilitator, with the reason. */
export function SetAside({ ideas, mayRestore }: Props) {
  return (
    <section aria-labelledby="set-aside" className="mt-12">
      <h2 id="set-aside">Your ideas that are not on the wall</h2>
      <p className="mt-1 max-w-prose">Only you and the facilitators see these.</p>
      <ul className="mt-4 grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {ideas.map((idea) => (
          <SetAsideIdea key={idea.id} idea={idea} mayRestore={mayRestore} />
        ))}
      </ul>
    </section>
  )
}

function SetAsideIdea({ idea, mayRestore }: { idea: WallIdeaFragment; mayRestore: boolean }) {
  const { restore } = useIdeaChanges(idea)
  return (
    <PostIt as="li" hue={null} id={`idea-${idea.id}`} codes={idea.tableCodes}>
      <h3 className="text-postit font-bold whitespace-pre-line">{idea.text}</h3>
      {idea.hiddenAt ? (
        <p className="mt-2">Hidden by a facilitator{idea.hiddenReason ? `: ${idea.hiddenReason}` : '.'}</p>
      ) : (
        <p className="mt-2">You took this down.</p>
      )}
      {mayRestore && !idea.hiddenAt ? (
        <Button variant="secondary" className="mt-3" onClick={() => void restore()}>
          Put it back<span className="sr-only"> “{firstWords(idea.text)}”</span>
        </Button>
      ) : null}
    </PostIt>
  )
}
