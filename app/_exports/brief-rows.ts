import { pagesOf } from '../_apollo/pages-of.ts'
import {
  ExportBriefPartsDocument,
  type ExportBriefPartsQuery,
  ExportBriefsDocument,
  ExportCyclesDocument,
} from './briefs.generated.ts'
import { briefsOf, idsOf, PAGE, type Pieces, projectsOf, type Source } from './source.ts'

/** Rows of briefs. */
export async function* briefRows(source: Source): Pieces<'briefs'> {
  const { ask, updatedSince } = source
  for await (const { id: projectId } of projectsOf(source)) {
    const read = async (after: string | null) =>
      (await ask(ExportBriefsDocument, { projectId, first: PAGE, after, updatedSince })).project?.briefs
    for await (const briefs of pagesOf(read)) {
      yield briefs.map(({ statements, ideas, aim, ...brief }) => ({
        ...brief,
        projectId,
        statementIds: idsOf(statements),
        ideaIds: idsOf(ideas),
        aimHowMuch: aim.howMuch,
        aimByWhen: aim.byWhen,
        aimForWhom: aim.forWhom,
      }))
    }
  }
}

type Parts = NonNullable<ExportBriefPartsQuery['brief']>

/** Rows of drivers. */
export async function* driverRows(source: Source): Pieces<'drivers'> {
  for await (const { briefId, drivers } of partsOf(source)) {
    yield drivers.map((driver) => ({ ...driver, briefId }))
  }
}

/** Rows of what to watch for. */
export async function* watchForRows(source: Source): Pieces<'watch-fors'> {
  for await (const { briefId, watchFors } of partsOf(source)) {
    yield watchFors.map(({ critique, ...line }) => ({ ...line, briefId, critiqueId: critique?.id }))
  }
}

/** Rows of test teams. */
export async function* teamRows(source: Source): Pieces<'teams'> {
  for await (const { briefId, teams } of partsOf(source)) {
    yield teams.map((team) => ({ ...team, briefId }))
  }
}

async function* partsOf(source: Source): AsyncGenerator<Parts & { briefId: string }, void, undefined> {
  for await (const { id } of briefsOf(source)) {
    const { brief } = await source.ask(ExportBriefPartsDocument, { id, updatedSince: source.updatedSince })
    if (brief) yield { ...brief, briefId: id }
  }
}

/** Rows of test cycles. */
export async function* cycleRows(source: Source): Pieces<'cycles'> {
  for await (const { briefId, teams } of teamsOf(source)) {
    yield teams.flatMap(({ id: teamId, cycles }) =>
      cycles.map(({ previous, ...cycle }) => ({ ...cycle, teamId, briefId, previousId: previous?.id })),
    )
  }
}

/** Rows of changes of cycles. */
export async function* cycleChangeRows(source: Source): Pieces<'cycle-changes'> {
  for await (const { teams } of teamsOf(source)) {
    yield teams
      .flatMap(({ cycles }) => cycles)
      .flatMap(({ id: cycleId, changes }) => changes.map((change) => ({ ...change, cycleId })))
  }
}

async function* teamsOf(source: Source) {
  for await (const { id: briefId } of briefsOf(source)) {
    const { brief } = await source.ask(ExportCyclesDocument, {
      id: briefId,
      updatedSince: source.updatedSince,
    })
    yield { briefId, teams: brief?.teams ?? [] }
  }
}
