'use client'

import { Button } from '../../../../_ui/button.tsx'
import { useChange } from '../use-change.ts'
import { UnmarkSimilarDocument } from './priorities.generated.ts'

type Props = { statementId: string; similar: { id: string; title: string } }

/** Takes the mark off two statements again. */
export function UnmarkSimilar({ statementId, similar }: Props) {
  const change = useChange()
  return (
    <Button
      variant="quiet"
      className="-ms-2"
      onClick={() =>
        void change(UnmarkSimilarDocument, { statementId, similarId: similar.id }, 'The mark is taken away.')
      }
    >
      Not similar<span className="sr-only"> to “{similar.title}”</span>
    </Button>
  )
}
