import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { AddTexts } from '../add-texts.tsx'

type Props = { workshopId: string; statements: readonly { id: string; title: string }[] }

/** Many ideas at once, as they were typed up or saved elsewhere. */
export function AddIdeas({ workshopId, statements }: Props) {
  return (
    <AddTexts
      workshopId={workshopId}
      kind="IDEAS"
      summary="Add many ideas"
      noun="idea"
      hint="Paste the words alone, or the cells of a spreadsheet headed idea, statement, horizon and table."
      otherwise={[
        {
          name: 'statementId',
          label: 'Problem statement of lines that name none',
          options: statements.map(({ id, title }) => ({ value: id, label: title })),
        },
        {
          name: 'horizon',
          label: 'Horizon of lines that name none',
          options: HORIZONS.map((value) => ({ value, label: HORIZON_LABELS[value] })),
        },
      ]}
    />
  )
}
