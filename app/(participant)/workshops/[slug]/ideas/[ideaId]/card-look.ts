import { tableHue } from '#domain/hues.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import type { CardLook } from './card-picture.tsx'

type Words = Pick<WallIdeaFragment, 'text' | 'truncated' | 'tableCodes'>

/** How an idea's card looks, in the colour of its table. */
export function cardLook(idea: Words, tables: Parameters<typeof tableHue>[2]): CardLook {
  const { text, truncated, tableCodes: codes } = idea
  return { text, truncated, codes, hue: tableHue(codes, '', tables) }
}
