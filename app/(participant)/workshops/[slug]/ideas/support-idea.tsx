'use client'

import { Heart } from 'lucide-react'
import { Button } from '../../../../_ui/button.tsx'
import { supportInWords } from './idea-words.ts'

type Props = {
  supportCount: number
  viewerSupports: boolean
  /** Whether the server has not answered yet. */
  saving: boolean
  /** Tells this idea's button from those of others. */
  about: string
  onSupport: (supported: boolean) => void
}

/** One's support for an idea, and how many give it. */
export function SupportIdea({ supportCount, viewerSupports, saving, about, onSupport }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        variant={viewerSupports ? 'primary' : 'secondary'}
        aria-pressed={viewerSupports}
        onClick={() => onSupport(!viewerSupports)}
      >
        <Heart aria-hidden className="size-5" fill={viewerSupports ? 'currentColor' : 'none'} />
        Support<span className="sr-only"> “{about}”</span>
      </Button>
      <span className="tally">
        {saving ? 'Saving…' : (supportInWords(supportCount) ?? 'Nobody supports this yet')}
      </span>
    </div>
  )
}
