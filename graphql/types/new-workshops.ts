import { listAreasOf } from '#db/queries/areas.ts'
import { insertWorkshop, type WorkshopPlan } from '#db/queries/new-workshops.ts'
import { findProject } from '#db/queries/projects.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { listSteps } from '#db/queries/steps.ts'
import { listTablesOf } from '#db/queries/tables.ts'
import { findWorkshop } from '#db/queries/workshops.ts'
import type { AreaRow } from '#db/schema/projects.ts'
import { addDays, countDays } from '#domain/dates.ts'
import { readInput } from '#domain/input.ts'
import { refusal } from '#domain/refusal.ts'
import {
  DEFAULT_TIME_ZONE,
  TWO_DAY_DISCOVERY_TEMPLATE,
  tableCode,
  type WorkshopInput,
  workshopInput,
} from '#domain/workshops.ts'
import { authorizeIn, authorizePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { type Context, reloadViewer } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

export const createWorkshop: MutationResolvers['createWorkshop'] = async (_root, { input }, context) => {
  const { viewer } = authorizePerson(context.viewer, 'createWorkshops')
  const { dotsPerVoter, prioritiesToSelect } = TWO_DAY_DISCOVERY_TEMPLATE
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const fields = readInput(workshopInput, {
    dotsPerVoter,
    prioritiesToSelect,
    ...input,
    timeZone: input.timeZone ?? DEFAULT_TIME_ZONE,
    venue: input.venue ?? '',
    description: input.description ?? '',
  })
  if (!fields.ok) return refused(fields.refusal)
  const project = isId(input.projectId) ? await findProject(context.db, input.projectId) : null
  if (project === null) {
    return refused(refusal('NOT_FOUND', 'This project was not found. Choose another.', 'projectId'))
  }
  const { template } = input
  const areas = template === 'EMPTY' ? null : await listAreasOf(context.db, [project.id])
  return begin(context, viewer, {
    workshop: {
      ...columnsOf(fields.value),
      id: id.value,
      projectId: project.id,
      phase: project.phase,
      createdBy: viewer.personId,
      requestDigest: digestOf(viewer, 'createWorkshop', [project.id, template, fields.value]),
    },
    tables: areas === null ? [] : templateTables(areas),
    steps: areas === null ? [] : templateSteps(fields.value),
    facilitator: { personId: viewer.personId, displayName: nameOf(viewer) },
  })
}

export const duplicateWorkshop: MutationResolvers['duplicateWorkshop'] = async (
  _root,
  { input },
  context,
) => {
  const { viewer } = authorizePerson(context.viewer, 'createWorkshops')
  authorizeIn(viewer, 'runWorkshop', input.workshopId)
  const source = isId(input.workshopId) ? await findWorkshop(context.db, input.workshopId) : null
  if (source === null) throw denied('NOT_FOUND')
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const { title, startsOn } = input
  const fields = readInput(workshopInput, {
    ...source,
    title,
    startsOn,
    endsOn: addDays(startsOn, countDays(source.startsOn, source.endsOn) - 1),
    venue: source.venue ?? '',
    description: source.description ?? '',
  })
  if (!fields.ok) return refused(fields.refusal)
  const project = await findProject(context.db, source.projectId)
  return begin(context, viewer, {
    workshop: {
      ...columnsOf(fields.value),
      id: id.value,
      projectId: source.projectId,
      contactEmail: source.contactEmail,
      phase: project?.phase ?? source.phase,
      createdBy: viewer.personId,
      requestDigest: digestOf(viewer, 'duplicateWorkshop', [source.id, fields.value.title, startsOn]),
    },
    tables: (await listTablesOf(context.db, [source.id])).map(({ areaId, code, name }) => ({
      areaId,
      code,
      name,
    })),
    steps: (await listSteps(context.db, source.id)).map(
      ({ day, title, instructions, plannedMinutes, activity }) => ({
        day,
        title,
        instructions,
        plannedMinutes,
        activity,
      }),
    ),
    facilitator: { personId: viewer.personId, displayName: nameOf(viewer) },
  })
}

async function begin(context: Context, viewer: ViewerRow, plan: WorkshopPlan) {
  const { written, workshop } = await context.db.transaction((tx) => insertWorkshop(tx, plan))
  const no = written ? null : refuseOtherRequest(workshop.requestDigest, plan.workshop.requestDigest)
  if (no) return refused(no)
  if (workshop.deletedAt !== null) {
    return refused(
      refusal('NOT_FOUND', 'This workshop has been deleted since. You can restore it from the dashboard.'),
    )
  }
  // The facilitator's seat is new: what the answer shows of rights has to know of it.
  await reloadViewer(context, viewer.personId)
  return { __typename: 'WorkshopSuccess' as const, workshop }
}

/** A form's empty text is no text in the database. */
export function columnsOf({ venue, description, ...rest }: WorkshopInput) {
  return { ...rest, venue: venue || null, description: description || null }
}

/** Two tables for each of the project's own areas. */
function templateTables(areas: readonly AreaRow[]): WorkshopPlan['tables'] {
  const taken: string[] = []
  return areas.flatMap((area) =>
    [1, 2].map((number) => {
      const code = freeCode(area.name, number, taken)
      taken.push(code)
      return { areaId: area.id, code, name: `${area.name}, table ${number}` }
    }),
  )
}

// Areas that begin alike take longer codes; where all letters are used up, a higher number is free.
function freeCode(areaName: string, from: number, taken: readonly string[]): string {
  const code = tableCode(areaName, from, taken)
  return taken.includes(code) ? freeCode(areaName, from + 1, taken) : code
}

function templateSteps({ startsOn, endsOn }: WorkshopInput): WorkshopPlan['steps'] {
  const lastDay = countDays(startsOn, endsOn)
  return TWO_DAY_DISCOVERY_TEMPLATE.steps.map((step) => ({ ...step, day: Math.min(step.day, lastDay) }))
}

/** The name under which somebody sits in a workshop that they begin. */
export function nameOf({ name, email }: Pick<ViewerRow, 'name' | 'email'>): string {
  return name ?? email?.split('@')[0] ?? 'Facilitator'
}
