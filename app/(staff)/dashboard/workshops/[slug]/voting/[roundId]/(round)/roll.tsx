import { areaPlace, tableHue } from '#domain/hues.ts'
import { AreaMark } from '../../../../../../../_ui/area-mark.tsx'
import { PostIt } from '../../../../../../../_ui/post-it.tsx'
import { Tag } from '../../../../../../../_ui/tag.tsx'
import type { RoundWorkshop } from '../load-round.ts'

type Option = { id: string; title: string; areaName: string; tableCodes: string[]; votable?: boolean }
type Props = { options: readonly Option[]; workshop: Pick<RoundWorkshop, 'areas' | 'tables'> }

/** The issues on a ballot, numbered as on paper. */
export function Roll({ options, workshop }: Props) {
  return (
    <ol className="mt-4 grid gap-3 sm:grid-cols-2">
      {options.map(({ id, title, areaName, tableCodes, votable = true }, place) => {
        const area = areaPlace(areaName, workshop.areas)
        return (
          <PostIt key={id} as="li" hue={tableHue(tableCodes, areaName, workshop.tables)} codes={tableCodes}>
            <p>
              <span className="tally font-bold">{place + 1}.</span> {title}
            </p>
            <p className="mt-1">{area === null ? areaName : <AreaMark position={area} name={areaName} />}</p>
            {votable ? null : <Tag className="mt-1">Taken off the ballot</Tag>}
          </PostIt>
        )
      })}
    </ol>
  )
}
