import { areaPlace } from '#domain/hues.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { WorkshopHomeQuery } from './home.generated.ts'

type Workshop = NonNullable<WorkshopHomeQuery['workshop']>

/** What is taken forward, in a line each. */
export function PrioritiesBrief({ workshop }: { workshop: Workshop }) {
  return (
    <section aria-labelledby="priorities">
      <h2 id="priorities">Priorities</h2>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {workshop.priorities.map(({ id, option, statements }) => {
          const place = areaPlace(option.areaName, workshop.areas)
          return (
            <li key={id} className="py-3">
              <p className="font-bold">{statements[0]?.title ?? option.title}</p>
              <p className="text-ink-soft">
                {place === null ? option.areaName : <AreaMark position={place} name={option.areaName} />}
              </p>
            </li>
          )
        })}
      </ol>
      <p className="mt-2">
        <TextLink
          href={`/workshops/${workshop.slug}/priorities`}
          className="inline-flex min-h-11 items-center"
        >
          Why these are important
        </TextLink>
      </p>
    </section>
  )
}
