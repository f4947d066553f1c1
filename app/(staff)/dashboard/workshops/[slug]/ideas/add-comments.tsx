import { CRITIQUE_KIND_LABELS, CRITIQUE_KINDS } from '#domain/critiques.ts'
import { AddTexts } from '../add-texts.tsx'

/** Many comments at once. Each names its idea by the idea's words. */
export function AddComments({ workshopId }: { workshopId: string }) {
  return (
    <AddTexts
      workshopId={workshopId}
      kind="COMMENTS"
      summary="Add many comments"
      noun="comment"
      hint="Paste the cells of a spreadsheet headed comment, idea, kind and table. An idea is named by its words."
      otherwise={[
        {
          name: 'critiqueKind',
          label: 'Kind of lines that name none',
          options: CRITIQUE_KINDS.map((value) => ({ value, label: CRITIQUE_KIND_LABELS[value] })),
        },
      ]}
    />
  )
}
