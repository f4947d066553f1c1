import { print } from 'graphql'
import type { Metadata } from 'next'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { PartnerNav } from '../partner-nav.tsx'
import { UseOfTokenDocument } from './use.generated.ts'
import { UseOfToken } from './use-of-token.tsx'

export const metadata: Metadata = { title: 'Use of your token' }

/** What the holder of a token wants to know of it. The page is the same for everybody: the token answers for itself. */
export default function UsePage() {
  return (
    <>
      <PageHeading
        title="Use of your token"
        lead="What your token opens, what was asked with it, what is left of its minute, and links to its files."
      />
      <PartnerNav />
      <UseOfToken query={print(UseOfTokenDocument)} />
    </>
  )
}
