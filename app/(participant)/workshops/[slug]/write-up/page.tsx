import type { Metadata } from 'next'
import { Notice } from '../../../../_ui/notice.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { WriteUpDocument } from '../../../../_write-up/document/write-up-document.tsx'
import { loadWriteUp } from '../../../../_write-up/load-write-up.ts'

export const metadata: Metadata = { title: 'Write-up' }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ ideas?: string }> }

/** What the workshop came to: for everybody once it is published so, before that for those who run the workshop. */
export default async function WriteUpPage({ params, searchParams }: Props) {
  const [{ slug }, { ideas }] = await Promise.all([params, searchParams])
  const source = await loadWriteUp(slug)
  const { audience, publishedAt, viewerCanEdit } = source.head
  const open = publishedAt != null && audience === 'EVERYBODY'
  return (
    <WriteUpDocument
      source={source}
      whole={ideas === 'all'}
      wholePath={`/workshops/${slug}/write-up?ideas=all#ideas`}
      filesPath={`/api/write-ups/workshops/${slug}`}
      notice={viewerCanEdit ? <EditorsNotice slug={slug} open={open} /> : null}
    />
  )
}

function EditorsNotice({ slug, open }: { slug: string; open: boolean }) {
  return (
    <div data-no-print className="mb-6">
      <Notice
        kind={open ? 'info' : 'warning'}
        title={open ? undefined : 'Only those who run the workshop see this page'}
      >
        <p>
          You run this workshop.{' '}
          <TextLink href={`/dashboard/workshops/${slug}/write-up`}>Edit its texts and publish it</TextLink>
        </p>
      </Notice>
    </div>
  )
}
