import { plural } from '#domain/numbers.ts'
import { CheckField } from '../../../../../../../_ui/check-field.tsx'
import { Tag } from '../../../../../../../_ui/tag.tsx'

type Props = {
  row: {
    rank: number | null
    tied: boolean
    dots: number | null
    aboveCut: boolean | null
    option: { id: string; title: string; areaName: string; tableCodes: string[] }
  }
  chosen: boolean
  tiedAcross: boolean
  toggle: (chosen: boolean) => void
}

/** One option of the result, to be ticked if it is taken forward. */
export function PriorityChoice({ row, chosen, tiedAcross, toggle }: Props) {
  const { rank, tied, dots, aboveCut, option } = row
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
      <CheckField
        id={`priority-${option.id}`}
        className="min-w-0 flex-1 basis-72"
        label={option.title}
        hint={`${option.areaName}${option.tableCodes.length > 0 ? `, ${option.tableCodes.join(', ')}` : ''}`}
        checked={chosen}
        onChange={(event) => toggle(event.target.checked)}
      />
      <p className="tally flex items-baseline gap-3 ps-9 sm:ps-0">
        {tiedAcross ? <Tag tone="waits">Tie across the cut</Tag> : null}
        {aboveCut ? <Tag tone="holds">Above the cut</Tag> : null}
        {dots === null ? (
          'No figure'
        ) : (
          <>
            <span className="text-ink-soft">
              Rank {rank}
              {tied ? '=' : ''}
            </span>
            <span className="font-bold">{plural(dots, 'vote')}</span>
          </>
        )}
      </p>
    </li>
  )
}
