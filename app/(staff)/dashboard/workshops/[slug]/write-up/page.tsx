import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WRITE_UP_SECTIONS } from '#domain/write-ups.ts'
import { query } from '../../../../../_apollo/server.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { Downloads } from '../../../../../_write-up/document/downloads.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { PublishWriteUp } from './publish-write-up.tsx'
import { TextEditor } from './text-editor.tsx'
import { WriteUpDeskDocument } from './write-up-desk.generated.ts'

/** "Write-up: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Write-up', props)
}

/** Where the words around the figures are written, and where the write-up is published and withdrawn. */
export default async function WriteUpDeskPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop, writeUp } = await query(WriteUpDeskDocument, { slug })
  if (!workshop || !writeUp) notFound()
  const { texts, path } = writeUp
  return (
    <>
      <PageHeading
        above={workshop.title}
        title="Write-up"
        lead="The figures, post-its, ideas and comments are put in by themselves. You write the words around them."
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <PublishWriteUp
          workshopId={workshop.id}
          title={workshop.title}
          workshopPublished={workshop.publishedAt != null}
          published={writeUp.publishedAt != null}
          audience={writeUp.audience ?? null}
          path={path ?? null}
        />
        <div className="space-y-4">
          <p>
            <TextLink href={`/workshops/${slug}/write-up`} className="inline-flex min-h-11 items-center">
              Read the write-up as it stands
            </TextLink>
          </p>
          <Downloads filesPath={`/api/write-ups/workshops/${slug}`} />
        </div>
      </div>
      <div className="mt-12 space-y-10">
        {WRITE_UP_SECTIONS.map((section) => {
          const text = texts.find((written) => written.section === section)
          return (
            <TextEditor
              key={section}
              workshopId={workshop.id}
              section={section}
              timeZone={workshop.timeZone}
              basedOn={text?.id ?? null}
              text={text?.text ?? ''}
              history={text?.history ?? []}
            />
          )
        })}
      </div>
    </>
  )
}
