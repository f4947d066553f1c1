import { Button } from '../../../_ui/button.tsx'
import type { Begun } from './use-begun.ts'

/** The words that somebody else has saved while these were being changed, and which of them stay. */
export function OvertakenWords({ begun, takeTheirs }: { begun: Begun; takeTheirs: (words: string) => void }) {
  const { overtakenBy } = begun
  if (overtakenBy === null) return null
  return (
    <div role="alert" className="border-s-4 border-amber ps-3">
      <p className="font-bold">Somebody else changed this while you were writing. It now reads:</p>
      <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
        {overtakenBy}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="secondary" onClick={begun.see}>
          Keep mine
        </Button>
        <Button variant="secondary" onClick={() => takeTheirs(overtakenBy)}>
          Use theirs
        </Button>
      </div>
    </div>
  )
}
