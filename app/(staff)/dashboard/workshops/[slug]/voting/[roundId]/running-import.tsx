'use client'

import { useApolloClient } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { inFigures, plural } from '#domain/numbers.ts'
import { ProgressBar } from '../../../../../../_ui/progress-bar.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { BallotImportProgressDocument } from './import/import.generated.ts'
import type { RoundView } from './load-round.ts'

const ASK_EVERY_MS = 1_000

/** A file that is being added to the round, by somebody who has left its page or by a colleague, and how far it is. */
export function RunningImport({ running }: { running: NonNullable<RoundView['runningImport']> }) {
  const { id, fileName, report } = running
  const client = useApolloClient()
  const router = useRouter()
  const [done, setDone] = useState(report?.done ?? 0)

  useEffect(() => {
    const asking = setInterval(async () => {
      const asked = { query: BallotImportProgressDocument, variables: { id } } as const
      const { data } = await client
        .query({ ...asked, fetchPolicy: 'network-only' })
        .catch(() => ({ data: null }))
      const found = data?.ballotImport
      if (!found) return
      if (!found.appliedAt && found.report?.done != null) return setDone(found.report.done)
      clearInterval(asking)
      toast(
        found.appliedAt
          ? `${plural(found.report?.added ?? 0, 'dot is', 'dots are')} added from ${fileName}.`
          : `${fileName} could not be added. Nothing was changed.`,
      )
      router.refresh()
    }, ASK_EVERY_MS)
    return () => clearInterval(asking)
  }, [client, router, id, fileName])

  const ballots = report?.ballots ?? 0
  return (
    <section aria-labelledby="running-import" className="mb-8 max-w-prose">
      <p id="running-import" className="mb-2 font-bold wrap-anywhere">
        <bdi>{fileName}</bdi> is being added
      </p>
      <ProgressBar
        label="Adding the ballots"
        done={done}
        of={ballots}
        words={`${inFigures(done)} of ${plural(ballots, 'ballot')} added`}
      />
      <p>Voting can be closed when it is done. All ballots are added, or none.</p>
    </section>
  )
}
