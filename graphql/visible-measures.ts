import type { BriefView } from '#db/queries/briefs.ts'
import type { MeasureRow } from '#db/schema/measures.ts'
import { can } from '#domain/permissions.ts'
import type { Context } from './context.ts'
import { isBriefVisible, readsCritique } from './visible-briefs.ts'

/** Staff read every measure; a brief opens its own to all who may read it. */
export async function isMeasureVisible(measure: Pick<MeasureRow, 'id'>, context: Context): Promise<boolean> {
  return can(context.viewer, 'readMeasures') || (await visibleBriefsOf(measure, {}, context)).length > 0
}

/** Briefs that a measure follows, as far as the viewer may read them. */
export async function visibleBriefsOf(
  { id }: Pick<MeasureRow, 'id'>,
  _args: unknown,
  { viewer, loaders }: Context,
): Promise<BriefView[]> {
  const joined = await loaders.briefIdsByMeasure.load(id)
  const briefs = await Promise.all(joined.map(({ briefId }) => loaders.briefById.load(briefId)))
  return briefs.flatMap((brief) => (brief !== null && isBriefVisible(brief, viewer) ? [brief] : []))
}

const UNTITLED = 'Balancing measure from a comment'

/** A title that still is a comment's own words is shown to those who may read the comment. */
export async function titleOf(
  { title, titledByCritique, critiqueId }: Pick<MeasureRow, 'title' | 'titledByCritique' | 'critiqueId'>,
  _args: unknown,
  { viewer, loaders }: Context,
): Promise<string> {
  if (!titledByCritique) return title
  const critique = critiqueId === null ? null : await loaders.critiqueById.load(critiqueId)
  return critique !== null && readsCritique(critique, viewer) ? title : UNTITLED
}
