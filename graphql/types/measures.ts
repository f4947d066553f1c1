import { countPoints, listPoints, listRemovedPoints } from '#db/queries/measure-points.ts'
import { findMeasure } from '#db/queries/measures.ts'
import { ASSURANCE_WORDS, chartSentence, VARIATION_WORDS } from '#domain/chart-words.ts'
import { type ChartSegment, drawChart, thinPoints } from '#domain/charts.ts'
import { MOST_POINTS } from '#domain/measures.ts'
import { can, type Viewer } from '#domain/permissions.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, isId, readDayPage } from '#graphql/connections.ts'
import { badInput, denied } from '#graphql/errors.ts'
import type { MeasureResolvers, QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { isMeasureVisible, titleOf, visibleBriefsOf } from '#graphql/visible-measures.ts'
import { measureMutations } from './measure-changes.ts'
import { pointImportMutations } from './measure-imports.ts'
import { noteMutations } from './measure-notes.ts'
import { pointMutations } from './measure-points.ts'

const REMOVED_LISTED = 20
const FEWEST_DRAWN = 8
const SIGNALS_LISTED = 100

const measure: QueryResolvers['measure'] = async (_root, { id }, context) => {
  const found = isId(id) ? await findMeasure(context.db, id) : null
  if (found !== null && (await isMeasureVisible(found, context))) return found
  // Whoever reads every measure learns that there is none; others do not learn which there are, and tokens of none at all.
  if (!context.viewer?.partner) authorize(context.viewer, 'readMeasures')
  throw denied('NOT_FOUND')
}

const chart: MeasureResolvers['chart'] = async (parent, { kind, most }, { loaders }) => {
  const drawn = most ?? MOST_POINTS
  if (drawn < FEWEST_DRAWN || drawn > MOST_POINTS) throw badInput('Ask for 8 to 10,000 points with `most`.')
  const [points, baselines] = await Promise.all([
    loaders.plottedPoints.load(parent.id),
    loaders.baselinesByMeasure.load(parent.id),
  ])
  const read = drawChart(parent, points, baselines, kind === 'RUN' ? 'RUN' : 'XMR')
  const { variation, assurance } = read
  return {
    ...read,
    sentence: chartSentence(read, parent),
    pointCount: points.length,
    points: thinPoints(read.points, drawn),
    signalCount: read.signals.length,
    signals: read.signals.slice(-SIGNALS_LISTED),
    segments: read.segments.map(segmentOf),
    variationWords: variation && VARIATION_WORDS[variation],
    assuranceWords: assurance && ASSURANCE_WORDS[assurance],
  }
}

const fields: MeasureResolvers = {
  project: async ({ projectId }, _args, { loaders }) => {
    const project = await loaders.projectById.load(projectId)
    if (project === null) throw denied('NOT_FOUND')
    return project
  },
  title: titleOf,
  briefs: visibleBriefsOf,
  latestPoint: async ({ id }, _args, { loaders }) => (await loaders.latestPoints.load(id))[0] ?? null,
  points: async ({ id }, args, { db }) => {
    const page = readDayPage(args)
    const wanted = { measureId: id, updatedSince: args.updatedSince ?? null }
    const rows = await listPoints(db, wanted, page)
    return connection(
      rows,
      page,
      ({ id: pointId, day }) => ({ id: pointId, day }),
      () => countPoints(db, wanted),
    )
  },
  removedPoints: ({ id }, _args, { db, viewer }) =>
    can(viewer, 'readMeasures') ? listRemovedPoints(db, id, REMOVED_LISTED) : [],
  annotations: ({ id }, _args, { loaders }) => loaders.annotationsByMeasure.load(id),
  baselines: ({ id }, _args, { loaders }) => loaders.baselinesByMeasure.load(id),
  chart,
  viewerCanEdit: (_parent, _args, { viewer }) => can(viewer, 'editMeasures'),
}

export const measureResolvers = {
  Query: { measure },
  Mutation: { ...measureMutations, ...pointMutations, ...pointImportMutations, ...noteMutations },
  Project: {
    measures: async ({ id }, { archived }, { loaders, viewer }) => {
      if (!can(viewer, 'readMeasures')) return []
      const all = await loaders.measuresByProject.load(id)
      return archived ? all : all.filter(({ archivedAt }) => archivedAt === null)
    },
  },
  Measure: fields,
  MeasurePoint: {
    corrections: ({ id }, _args, { loaders }) => loaders.correctionsByPoint.load(id),
    addedByName: ({ addedByName }, _args, { viewer }) => forStaff(addedByName, viewer),
    removedByName: ({ removedByName }, _args, { viewer }) => forStaff(removedByName, viewer),
  },
  PointCorrection: {
    correctedByName: ({ correctedByName }, _args, { viewer }) => forStaff(correctedByName ?? null, viewer),
  },
  Annotation: {
    writtenByName: ({ writtenByName }, _args, { viewer }) => forStaff(writtenByName, viewer),
  },
  Baseline: {
    declaredByName: ({ declaredByName }, _args, { viewer }) => forStaff(declaredByName, viewer),
  },
} satisfies Resolvers

/** Who keeps a measure is for staff to know; what happened to its points is for whoever reads it. */
function forStaff(name: string | null, viewer: Viewer): string | null {
  return can(viewer, 'readMeasures') ? name : null
}

function segmentOf({ expectedRuns, ...segment }: ChartSegment) {
  return {
    ...segment,
    fewestRuns: expectedRuns?.fewest ?? null,
    mostRuns: expectedRuns?.most ?? null,
  }
}
