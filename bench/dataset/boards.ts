import type { Database } from '../../db/client.ts'
import { critiques } from '../../db/schema/critiques.ts'
import { ideas } from '../../db/schema/ideas.ts'
import { statements } from '../../db/schema/statements.ts'
import { CRITIQUE_KINDS } from '../../domain/critiques.ts'
import { HORIZONS } from '../../domain/ideas.ts'
import { insertPieces } from './pieces.ts'
import type { Random } from './random.ts'
import type { Room } from './votes.ts'
import { commentText, ideaText, statementTitle } from './words.ts'

const STATEMENTS = 4
const IDEAS = 120
const COMMENTS = 600

/** The second day of a workshop: 4 statements, 120 ideas and 600 comments on them, one in five of them an answer. */
export async function insertBoard(db: Database, dice: Random, room: Room): Promise<void> {
  const { workshopId, seatIds, tableIds } = room
  const author = () => {
    const at = dice.whole(seatIds.length)
    return { authorSeatId: seatIds[at], tableId: tableIds[at % tableIds.length] }
  }
  const statementRows = Array.from({ length: STATEMENTS }, (_, position) => ({
    id: dice.id(),
    workshopId,
    position,
    title: statementTitle(dice),
  }))
  const ideaRows = Array.from({ length: IDEAS }, (_, at) => ({
    id: dice.id(),
    workshopId,
    statementId: statementRows[at % STATEMENTS]?.id ?? '',
    horizon: HORIZONS[at % HORIZONS.length] ?? 'ONE_YEAR',
    text: ideaText(dice),
    ...author(),
    createdAt: moment(at),
  }))
  const threads: { id: string; ideaId: string }[] = []
  const critiqueRows = Array.from({ length: COMMENTS }, (_, at) => {
    const answers = at % 5 === 4 ? threads[dice.whole(threads.length)] : undefined
    const critique = {
      id: dice.id(),
      workshopId,
      ideaId: answers?.ideaId ?? ideaRows[dice.whole(IDEAS)]?.id ?? '',
      parentId: answers?.id ?? null,
      kind: answers ? null : CRITIQUE_KINDS[at % CRITIQUE_KINDS.length],
      text: commentText(dice),
      ...author(),
      createdAt: moment(IDEAS + at),
    }
    threads.push(critique)
    return critique
  })
  await db.insert(statements).values(statementRows)
  await insertPieces(ideaRows, (some) => db.insert(ideas).values(some))
  await insertPieces(critiqueRows, (some) => db.insert(critiques).values(some))
}

function moment(number: number): Date {
  return new Date(Date.UTC(2026, 1, 1) + number * 60_000)
}
