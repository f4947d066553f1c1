import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../../../../_apollo/server.ts'
import { BriefPageDocument, type BriefPageQuery } from './brief.generated.ts'
import {
  BriefChoicesDocument,
  BriefMeasuresDocument,
  type BriefMeasuresQuery,
  BriefPeopleDocument,
} from './choices.generated.ts'

export type BriefView = NonNullable<BriefPageQuery['brief']>

/** The brief of an address; the title and the page ask for it once together. */
export const loadBrief: (id: string) => Promise<BriefView> = cache(async (id) => {
  const { brief } = await query(BriefPageDocument, { id })
  return brief ?? notFound()
})

export type BriefMeasure = NonNullable<BriefMeasuresQuery['brief']>['measures'][number]

/** The measures of the brief with their small charts. */
export async function loadBriefMeasures(id: string): Promise<readonly BriefMeasure[]> {
  return (await query(BriefMeasuresDocument, { id })).brief?.measures ?? []
}

type Option = { id: string; label: string }
/** What can be joined to the brief, and who can be asked to contribute. */
export type BriefChoices = {
  measures: readonly Option[]
  workshops: readonly { title: string; statements: Option[]; ideas: Option[]; people: Option[] }[]
}

/** Everything in the project that the viewer may choose from. */
export async function loadChoices(projectId: string): Promise<BriefChoices> {
  const { project } = await query(BriefChoicesDocument, { projectId })
  const workshops = project?.workshops.edges.map(({ node }) => node) ?? []
  return {
    measures: (project?.measures ?? []).map(({ id, title }) => ({ id, label: title })),
    workshops: await Promise.all(
      workshops.map(async ({ slug, title, statements, ideas, viewerCan }) => ({
        title,
        statements: statements.map((statement) => ({ id: statement.id, label: statement.title })),
        ideas: ideas.edges.map(({ node }) => ({ id: node.id, label: node.text })),
        people: viewerCan.seePeople ? await loadPeople(slug) : [],
      })),
    ),
  }
}

async function loadPeople(slug: string): Promise<Option[]> {
  const { workshop } = await query(BriefPeopleDocument, { slug })
  return (workshop?.seats.edges ?? []).map(({ node }) => ({ id: node.id, label: node.displayName }))
}
