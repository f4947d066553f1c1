'use client'

import type { Operation } from '../../../_apollo/operation.ts'
import { useLive } from '../../../_apollo/use-live.ts'
import { announce } from '../../../_ui/announce.ts'
import type { WorkshopPulseQuery, WorkshopPulseQueryVariables } from './frame.generated.ts'
import { takeOwnChange } from './own-change.ts'

type Props = {
  slug: string
  /** As the page was rendered. */
  pulse: string
  operation: Operation<WorkshopPulseQuery, WorkshopPulseQueryVariables>
  /** Said once, politely, when others have changed the page: "The issues have changed." */
  news: string
}

const EVERY_MS = 5_000

/** Keeps a participant's page as it is on the server, and says so when it was others who changed it. */
export function Live({ news, ...page }: Props) {
  useLive({
    ...page,
    everyMs: EVERY_MS,
    onRendered: takeOwnChange,
    onChange: () => {
      if (!takeOwnChange()) announce(news)
    },
  })
  return null
}
