import { Blocks, CircleQuestionMark, ThumbsUp, TriangleAlert } from 'lucide-react'
import { CRITIQUE_KIND_LABELS, type CritiqueKind } from '#domain/critiques.ts'
import { classNames } from './class-names.ts'

const GLYPHS = {
  UNINTENDED_CONSEQUENCE: TriangleAlert,
  COULD_WORK_WELL: ThumbsUp,
  QUESTION: CircleQuestionMark,
  BUILD: Blocks,
} as const satisfies Record<CritiqueKind, unknown>

/** What a comment says about an idea: a glyph of its own, and the same in words. */
export function CritiqueKindMark({ kind, className }: { kind: CritiqueKind; className?: string }) {
  const Glyph = GLYPHS[kind]
  return (
    <span className={classNames('inline-flex items-baseline gap-2', className)}>
      <Glyph aria-hidden className="size-[1.1em] shrink-0 translate-y-[0.15em]" />
      {CRITIQUE_KIND_LABELS[kind]}
    </span>
  )
}
