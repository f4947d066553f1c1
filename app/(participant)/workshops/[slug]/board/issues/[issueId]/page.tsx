import { notFound } from 'next/navigation'
import { areaPlace, tableHue } from '#domain/hues.ts'
import { query } from '../../../../../../_apollo/server.ts'
import { AreaMark } from '../../../../../../_ui/area-mark.tsx'
import { TextLink } from '../../../../../../_ui/text-link.tsx'
import { IssuePostIt } from '../../../issues/issue-post-it.tsx'
import { SimilarIssues } from '../../../issues/similar-issues.tsx'
import { OpenIssueDocument } from '../../open-cards.generated.ts'

type Props = { params: Promise<{ slug: string; issueId: string }> }

/** An issue's card, opened beside the board. */
export default async function OpenIssuePage({ params }: Props) {
  const { slug, issueId } = await params
  const { workshop, issue } = await query(OpenIssueDocument, { slug, id: issueId })
  const place = issue && workshop ? areaPlace(issue.area.name, workshop.areas) : null
  if (!workshop || !issue || place === null) notFound()
  return (
    <>
      <h2 className="mb-3 text-lead">
        <AreaMark position={place} name={issue.area.name} />
      </h2>
      <IssuePostIt
        issue={issue}
        hue={tableHue(issue.tableCodes, issue.area.name, workshop.tables)}
        slug={slug}
        similar={<SimilarIssues issue={issue} slug={slug} />}
      />
      <p className="mt-2">
        <TextLink
          href={`/workshops/${slug}/issues#issue-${issueId}`}
          className="inline-flex min-h-11 items-center"
        >
          Show it among all issues
        </TextLink>
      </p>
    </>
  )
}
