import { ButtonLink } from '../../../../../../_ui/button-link.tsx'
import { Notice } from '../../../../../../_ui/notice.tsx'
import type { RoundView } from './load-round.ts'

type Props = {
  /** What is done only while voting is open: "Ballots are imported". */
  what: string
  round: Pick<RoundView, 'id' | 'state'>
  path: string
}

/** Says why there is nothing to enter, and leads back to the round. */
export function NotOpenNow({ what, round, path }: Props) {
  return (
    <>
      <Notice className="max-w-prose" title={`${what} while voting is open`}>
        <p>
          {round.state === 'DRAFT'
            ? 'Open voting first. The ballot with its numbers is fixed then.'
            : 'This round has closed, and its tally is written down.'}
        </p>
      </Notice>
      <p className="mt-6">
        <ButtonLink variant="secondary" href={`${path}/${round.id}`}>
          Go to the round
        </ButtonLink>
      </p>
    </>
  )
}
