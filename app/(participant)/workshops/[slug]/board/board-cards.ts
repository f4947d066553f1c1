import { CRITIQUE_KINDS, type CritiqueKind } from '#domain/critiques.ts'
import { tableHue } from '#domain/hues.ts'
import { HORIZON_LABELS, HORIZONS, type Horizon } from '#domain/ideas.ts'
import { ISSUE_STATE_LABELS } from '#domain/issues.ts'
import { commentsInWords } from '../ideas/idea-words.ts'
import type { BoardPageQuery } from './board.generated.ts'
import { type Cell, inRows, type LaidCard, type Row } from './lay-out.ts'

export type BoardWorkshop = NonNullable<BoardPageQuery['workshop']>
type BoardIdea = BoardWorkshop['board']['ideas'][number]
type BoardIssue = BoardWorkshop['board']['issues'][number]

/** By what the board is framed, as its address says it. */
export const FRAMES = ['horizons', 'areas'] as const
export type Frames = (typeof FRAMES)[number]

export type KindCount = { kind: CritiqueKind; count: number }
export type CardPin = { id: string; kind: CritiqueKind; x: number; y: number }

/** A post-it of the board: an idea or an issue. */
export type BoardCard = LaidCard & {
  of: 'ideas' | 'issues'
  text: string
  codes: readonly string[]
  hue: number | null
  /** A few words below the text. */
  note: string | null
  counts: readonly KindCount[]
  pins: readonly CardPin[]
  /** All of it in one sentence, for those who do not see it. */
  label: string
  /** The frame in which it hangs. */
  frame: Frame
  /** Whether the viewer may change it, and so hang it in another frame. */
  mayChange: boolean
}

/** A frame of the board: what is saved of a card that hangs in it. */
export type Frame = { id: string; label: string; fields: Readonly<Record<string, string>> }

/** The rows of a board: statements by horizon, or the challenge areas. */
export function rowsOf(workshop: BoardWorkshop, frames: Frames): Row<BoardCard>[] {
  return frames === 'horizons' ? statementRows(workshop) : inRows(areaCells(workshop))
}

function statementRows({ board, tables }: BoardWorkshop): Row<BoardCard>[] {
  return board.statements.map((statement) => ({
    id: statement.id,
    title: statement.title,
    cells: HORIZONS.map((horizon) => {
      const frame = horizonFrame(statement, horizon)
      const cards = board.ideas
        .filter((idea) => idea.statement.id === statement.id && idea.horizon === horizon)
        .map((idea) => ideaCard(idea, statement.title, frame, tables))
      return { id: frame.id, title: HORIZON_LABELS[horizon], cards }
    }),
  }))
}

function areaCells({ board, areas, tables }: BoardWorkshop): Cell<BoardCard>[] {
  return areas.map((area) => {
    const frame = areaFrame(area)
    const cards = board.issues
      .filter((issue) => issue.area.id === area.id)
      .map((issue) => issueCard(issue, frame, tables))
    return { id: area.id, title: area.name, cards }
  })
}

/** The frames of a board by their ids. */
export function framesOf({ board, areas }: BoardWorkshop, frames: Frames): Map<string, Frame> {
  const all =
    frames === 'areas'
      ? areas.map(areaFrame)
      : board.statements.flatMap((statement) => HORIZONS.map((horizon) => horizonFrame(statement, horizon)))
  return new Map(all.map((frame) => [frame.id, frame]))
}

function areaFrame({ id, name }: BoardWorkshop['areas'][number]): Frame {
  return { id, label: name, fields: { areaId: id } }
}

function horizonFrame({ id, title }: BoardWorkshop['board']['statements'][number], horizon: Horizon): Frame {
  const label = `${HORIZON_LABELS[horizon]}, for “${title}”`
  return { id: `${id} ${horizon}`, label, fields: { statementId: id, horizon } }
}

function ideaCard(
  idea: BoardIdea,
  statement: string,
  frame: Frame,
  tables: BoardWorkshop['tables'],
): BoardCard {
  const { id, text, truncated, horizon, tableCodes, place } = idea
  const note = truncated ? 'Text cut off in the source' : null
  const counts = inOrder(idea.critiqueCounts)
  const pins = idea.critiques.flatMap(({ id: critiqueId, kind, pin, withdrawnAt, hiddenAt }) =>
    kind && pin && !withdrawnAt && !hiddenAt ? [{ id: critiqueId, kind, ...pin }] : [],
  )
  const label = sentence('Idea', text, [
    note,
    `For “${statement}”`,
    HORIZON_LABELS[horizon],
    fromTables(tableCodes),
    countsInWords(counts),
  ])
  const hue = tableHue(tableCodes, '', tables)
  const card = { id, text, codes: tableCodes, hue, note, counts, pins, label, place: place ?? null }
  return { ...card, of: 'ideas', frame, mayChange: idea.viewerCanEdit }
}

function issueCard(issue: BoardIssue, frame: Frame, tables: BoardWorkshop['tables']): BoardCard {
  const { id, title, state, area, tableCodes, place } = issue
  const note = state === 'RAISED' ? null : ISSUE_STATE_LABELS[state]
  const label = sentence('Issue', title, [note, area.name, fromTables(tableCodes)])
  const hue = tableHue(tableCodes, area.name, tables)
  const card = { id, text: title, codes: tableCodes, hue, note, label, place: place ?? null }
  return { ...card, of: 'issues', counts: [], pins: [], frame, mayChange: issue.viewerCanEdit }
}

/** The comments on a card, in words: "2 questions and 1 unintended consequence". */
export function countsInWords(counts: readonly KindCount[]): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return commentsInWords({ critiqueCounts: [...counts], critiqueCount: all })
}

function inOrder(counts: readonly KindCount[]): KindCount[] {
  return CRITIQUE_KINDS.flatMap((kind) => counts.filter((count) => count.kind === kind && count.count > 0))
}

function fromTables(codes: readonly string[]): string | null {
  if (codes.length === 0) return null
  return `${codes.length === 1 ? 'Table' : 'Tables'} ${codes.join(', ')}`
}

function sentence(kind: string, text: string, rest: readonly (string | null)[]): string {
  return `${kind}: ${[text, ...rest.filter((part) => part !== null)].join('. ')}.`
}
