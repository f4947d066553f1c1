import { CRITIQUE_KIND_LABELS, CRITIQUE_KINDS } from '#domain/critiques.ts'
import { KIND_GLYPHS } from './kind-glyphs.ts'

/** What the signs on the cards mean. */
export function KindKey() {
  return (
    <p className="mt-2 flex flex-wrap gap-x-6 text-ink-soft">
      <span>Comments on the cards:</span>
      {CRITIQUE_KINDS.map((kind) => (
        <span key={kind}>
          <b>{KIND_GLYPHS[kind]}</b> {CRITIQUE_KIND_LABELS[kind].toLowerCase()}
        </span>
      ))}
    </p>
  )
}
