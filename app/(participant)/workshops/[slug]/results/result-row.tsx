import { areaPlace } from '#domain/hues.ts'
import { percent } from '#domain/numbers.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { ProvenanceLink } from '../provenance-link.tsx'
import { CHANNEL_LABELS, rankInWords, votesInWords } from './result-words.ts'
import type { ResultSheetFragment } from './results.generated.ts'

type Props = {
  row: ResultSheetFragment['rows'][number]
  most: number
  shareBase: number
  areas: readonly { name: string }[]
  slug: string
  prioritised: boolean
  showChannels: boolean
}

/** One issue's place: rank, words, a bar as long as its votes, and the votes with their share. */
export function ResultRow({ row, most, shareBase, areas, slug, prioritised, showChannels }: Props) {
  const { option, dots } = row
  const place = areaPlace(option.areaName, areas)
  const title = option.issue ? (
    <TextLink
      href={`/workshops/${slug}/issues#issue-${option.issue.id}`}
      className="text-ink hover:text-accent"
    >
      {option.title}
    </TextLink>
  ) : (
    option.title
  )
  return (
    <tr id={`option-${option.id}`} className="border-b border-line align-top [&>*]:py-3">
      <td className="tally pe-2 font-bold">
        {row.rank == null ? <span className="sr-only">No rank</span> : rankInWords(row)}
        {row.tied ? <span className="sr-only"> (tied)</span> : null}
      </td>
      <th scope="row" className="font-normal">
        <span className="block font-bold">{title}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
          {place === null ? option.areaName : <AreaMark position={place} name={option.areaName} />}
          {option.tableCodes.length > 0 ? <span>{option.tableCodes.join(', ')}</span> : null}
          {prioritised ? <Tag tone="holds">Taken forward</Tag> : null}
        </span>
        <ProvenanceLink
          slug={slug}
          kind="option"
          id={option.id}
          about={option.title}
          className="text-ink-soft"
        >
          Where it came from and what became of it
        </ProvenanceLink>
        <Bar dots={dots ?? null} most={most} chosen={row.aboveCut === true || prioritised} />
        {showChannels && row.byChannel.length > 0 ? (
          <span className="tally mt-1 block text-ink-soft">
            {row.byChannel
              .map(({ channel, dots: some }) => `${some} ${CHANNEL_LABELS[channel].toLowerCase()}`)
              .join(', ')}
          </span>
        ) : null}
      </th>
      <td className="tally ps-3 text-end">
        <span className={dots == null ? 'text-ink-soft' : 'font-bold'}>{votesInWords(dots)}</span>
        {dots == null ? null : <span className="block text-ink-soft">{percent(dots, shareBase)}</span>}
      </td>
    </tr>
  )
}

function Bar({ dots, most, chosen }: { dots: number | null; most: number; chosen: boolean }) {
  if (dots === null) return null
  return (
    <svg aria-hidden="true" className="mt-2 block h-3 w-full" preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect width="100" height="10" className="fill-sunken" />
      <rect width={(100 * dots) / most} height="10" className={chosen ? 'fill-accent' : 'fill-line-strong'} />
    </svg>
  )
}
