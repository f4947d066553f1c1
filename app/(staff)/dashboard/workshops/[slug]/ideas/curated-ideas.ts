import { holdsWords } from '#domain/folding.ts'
import { tableHue } from '#domain/hues.ts'
import type { Horizon } from '#domain/ideas.ts'
import type { Words } from '../desk/words.ts'
import type { IdeasDeskQuery } from './ideas-desk.generated.ts'

export type DeskWorkshop = NonNullable<IdeasDeskQuery['workshop']>
export type CuratedIdea = DeskWorkshop['ideas']['edges'][number]['node']
/** What the desk needs to know besides the ideas. */
export type IdeaDeskSetting = Pick<DeskWorkshop, 'id' | 'slug' | 'tables' | 'statements'>

export type IdeaFilter = { search: string; horizon: Horizon | '' }

/** Ideas that stand on the wall. */
export function onTheWall(ideas: readonly CuratedIdea[]): CuratedIdea[] {
  return ideas.filter(({ status }) => status === 'ON_THE_WALL')
}

/** Ideas that a facilitator hid or somebody took back. */
export function setAside(ideas: readonly CuratedIdea[]): CuratedIdea[] {
  return ideas.filter(({ status }) => status === 'HIDDEN' || status === 'WITHDRAWN')
}

/** Ideas whose words hold all that is searched for, in the horizon asked for. */
export function matching(ideas: readonly CuratedIdea[], { search, horizon }: IdeaFilter): CuratedIdea[] {
  return ideas.filter(
    (idea) =>
      (horizon === '' || idea.horizon === horizon) &&
      holdsWords(`${idea.text} ${idea.tableCodes.join(' ')}`, search),
  )
}

/** What the desk's parts need to know of an idea. */
export function wordsOf({ id, text, tableCodes }: CuratedIdea, tables: DeskWorkshop['tables']): Words {
  return { id, text, codes: tableCodes, hue: tableHue(tableCodes, '', tables) }
}
