import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { critiques } from '#db/schema/critiques.ts'
import { ideaSupports, ideas } from '#db/schema/ideas.ts'
import {
  reasons,
  similarStatements,
  statementPriorities,
  statements,
  wordings,
} from '#db/schema/statements.ts'
import { CRITIQUES, type SampleCritique } from './sample-second-day-critiques.ts'
import { FACILITATOR, IDEAS, PEOPLE, SIMILAR, SIMILAR_NOTE, STATEMENTS } from './sample-second-day-words.ts'

/** Somebody of the sample: where they sit. */
export type SampleSeat = { id: string; tableId: string | null }

type Room = { workshopId: string; priorityIds: readonly string[]; seated: readonly SampleSeat[] }

/** What hangs on the wall of the second sample workshop: statements, ideas, and what others say about them. */
export async function insertWall(tx: Executor, room: Room): Promise<void> {
  const statementIds = await insertStatements(tx, room)
  const ideaIds = await insertIdeas(tx, room, statementIds)
  await insertCritiques(tx, room, ideaIds)
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const seatOf = ({ seated }: Room, by: number) => seated[by]?.id ?? null

async function insertStatements(tx: Executor, room: Room): Promise<string[]> {
  const { workshopId, priorityIds } = room
  const ids = STATEMENTS.map(() => v7())
  for (const [position, { title, first, from, by, reasons: because }] of STATEMENTS.entries()) {
    const statementId = ids[position] ?? ''
    const authorSeatId = seatOf(room, by)
    await tx.insert(statements).values({ id: statementId, workshopId, position, title, authorSeatId })
    const worded = [first, title].filter((words) => words !== undefined)
    await tx.insert(wordings).values(
      worded.map((words, at) => ({
        statementId,
        title: words,
        authorSeatId,
        createdAt: minutesAgo(1300 - 20 * at),
      })),
    )
    await tx
      .insert(statementPriorities)
      .values(from.map((at) => ({ statementId, priorityId: priorityIds[at] ?? '' })))
    await tx.insert(reasons).values(
      because.map(([text, author], at) => ({
        statementId,
        text,
        shownFirst: at === 0,
        authorSeatId: seatOf(room, author),
        createdAt: minutesAgo(1270 - at),
      })),
    )
  }
  const [statementId = '', similarId = ''] = SIMILAR.map((at) => ids[at] ?? '').sort()
  await tx.insert(similarStatements).values({ statementId, similarId, note: SIMILAR_NOTE })
  return ids
}

async function insertIdeas(tx: Executor, room: Room, statementIds: readonly string[]): Promise<string[]> {
  const ids = IDEAS.map(() => v7())
  await tx.insert(ideas).values(
    IDEAS.map((idea, at) => {
      const written = minutesAgo(200 - 5 * at)
      return {
        id: ids[at],
        workshopId: room.workshopId,
        statementId: statementIds[idea.for] ?? '',
        horizon: idea.horizon,
        text: idea.text,
        tableId: room.seated[idea.by]?.tableId ?? null,
        authorSeatId: seatOf(room, idea.by),
        createdAt: written,
        updatedAt: written,
        ...(idea.into !== undefined && {
          mergedIntoId: ids[idea.into],
          mergedBySeatId: seatOf(room, FACILITATOR),
          mergedByName: `${PEOPLE[FACILITATOR]} (fictional)`,
          mergedAt: minutesAgo(90),
        }),
      }
    }),
  )
  // Others than the author, beginning somewhere else for each idea.
  const others = (at: number, by: number) =>
    Array.from({ length: FACILITATOR }, (_, step) => (at * 5 + step) % FACILITATOR).filter(
      (one) => one !== by,
    )
  await tx.insert(ideaSupports).values(
    IDEAS.flatMap(({ by, supports }, at) =>
      others(at, by)
        .slice(0, supports)
        .map((one) => ({ ideaId: ids[at] ?? '', seatId: seatOf(room, one) ?? '' })),
    ),
  )
  return ids
}

async function insertCritiques(tx: Executor, room: Room, ideaIds: readonly string[]): Promise<void> {
  let written = 0
  const rows: (typeof critiques.$inferInsert)[] = []
  const add = (said: SampleCritique, ideaId: string, parentId: string | null) => {
    const id = v7()
    written += 1
    const at = minutesAgo(Math.max(1, 80 - 2 * written))
    rows.push({
      id,
      workshopId: room.workshopId,
      ideaId,
      parentId,
      kind: said.kind ?? null,
      text: said.text,
      pinX: said.pin?.[0],
      pinY: said.pin?.[1],
      tableId: room.seated[said.by]?.tableId ?? null,
      authorSeatId: seatOf(room, said.by),
      createdAt: at,
      updatedAt: at,
      withdrawnAt: said.withdrawn ? at : null,
      ...(said.resolved !== undefined && {
        resolvedAt: minutesAgo(10),
        resolvedBySeatId: seatOf(room, FACILITATOR),
        resolvedByName: `${PEOPLE[FACILITATOR]} (fictional)`,
        resolvedNote: said.resolved,
      }),
    })
    for (const answer of said.answers ?? []) add(answer, ideaId, id)
  }
  for (const said of CRITIQUES) add(said, ideaIds[said.on ?? 0] ?? '', null)
  await tx.insert(critiques).values(rows)
}
