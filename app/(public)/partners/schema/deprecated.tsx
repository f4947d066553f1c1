import { MarkedText } from '../marked-text.tsx'

/** Says that something will go, and what to ask for instead; nothing where it stays. */
export function Deprecated({ reason }: { reason: string | null | undefined }) {
  if (!reason) return null
  return (
    <dd className="max-w-prose">
      <strong>Deprecated:</strong> <MarkedText text={reason} />
    </dd>
  )
}
