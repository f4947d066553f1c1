import type { Metadata } from 'next'
import { WriteUpDocument } from '../../../_write-up/document/write-up-document.tsx'
import { loadSharedWriteUp } from '../../../_write-up/load-write-up.ts'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ ideas?: string }> }

/** "Write-up: Peer support". The address is nobody's to find. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { head } = await loadSharedWriteUp((await params).token)
  return { title: `Write-up: ${head.title}`, robots: { index: false, follow: false } }
}

/** A write-up for whoever was given its address. */
export default async function SharedWriteUpPage({ params, searchParams }: Props) {
  const [{ token }, { ideas }] = await Promise.all([params, searchParams])
  const source = await loadSharedWriteUp(token)
  return (
    <WriteUpDocument
      source={source}
      whole={ideas === 'all'}
      wholePath={`/write-ups/${token}?ideas=all#ideas`}
      filesPath={`/api/write-ups/linked/${token}`}
    />
  )
}
