import { isDeepStrictEqual } from 'node:util'
import type { Running } from './contenders.ts'
import type { Contender, Operation, Shot, Volley } from './operations.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of three servers, compared as they are
type Answer = any

/** The operation whose answers are of the same shape. */
const SHAPED_AS = { Q1: 'Q1', Q1S: 'Q1', Q2: 'Q2', Q2S: 'Q2', Q3: 'Q3', M1: 'M1', P1: 'P1' } as const

/** How each contender's answer reads in the product's shape, as far as the question goes. */
const SHAPES: Record<(typeof SHAPED_AS)[Operation], Record<Contender, (answer: Answer) => unknown>> = {
  Q1: {
    product: ({ data }) => ({
      ...data.round,
      result: { ...data.round.result, rows: byRank(data.round.result.rows) },
    }),
    floor: ({ data }) => ({
      ...data.round,
      result: { ...data.round.result, rows: byRank(data.round.result.rows) },
    }),
    postgraphile: ({ data: { round } }) => ({
      id: round.id,
      title: round.title,
      result: {
        rows: byRank(
          round.rows.map(({ title, areaName, tableCodes, ...row }: Answer) => ({
            ...row,
            option: { title, areaName, tableCodes },
          })),
        ),
        dots: round.dots,
        cutLine: { margin: round.margin, explanation: round.explanation },
        channels: round.channels,
      },
    }),
  },
  Q2: {
    product: ({ data: { workshop } }) => ({ ...workshop, board: undefined, ...inOneOrder(workshop.board) }),
    floor: ({ data: { workshop } }) => ({ ...workshop, board: undefined, ...inOneOrder(workshop.board) }),
    postgraphile: ({ data: { workshop } }) => ({
      ...workshop,
      board: undefined,
      ...inOneOrder({
        statements: workshop.statements,
        ideas: workshop.ideas.map(({ statementId, ...idea }: Answer) => ({
          ...idea,
          statement: { id: statementId },
        })),
      }),
    }),
  },
  Q3: {
    product: ({ data }) => data.workshops.edges.map(({ node }: Answer) => node),
    floor: ({ data }) => data.workshops.edges.map(({ node }: Answer) => node),
    postgraphile: ({ data }) => data.workshops,
  },
  M1: {
    product: ({ data: { move } }) => [move.hasDot ? 'HELD' : 'FREE', move.remaining, move.allowance],
    floor: ({ data: { move } }) => [move.outcome, move.remaining, move.allowance],
    postgraphile: ({ data }) => Object.values(data.move.result),
  },
  P1: {
    product: ({ data }) => nodesOf(data),
    floor: ({ data }) => nodesOf(data),
    postgraphile: ({ data }) => nodesOf(data),
  },
}

/** Sends the first requests of a volley to each contender and throws unless all answer the same. */
export async function compareAnswers(
  operation: Operation,
  contenders: Record<Contender, Running>,
  volleys: Record<Contender, Volley>,
  between: () => Promise<void>,
): Promise<void> {
  const shape = SHAPES[SHAPED_AS[operation]]
  const answers: Partial<Record<Contender, unknown[]>> = {}
  for (const name of Object.keys(volleys) as Contender[]) {
    const shots = volleys[name].flatMap((own) => own.slice(0, 3))
    answers[name] = []
    for (const shot of shots) answers[name].push(shape[name](await fire(contenders[name].url, shot)))
    await between()
  }
  for (const other of ['postgraphile', 'floor'] as const) {
    const at =
      answers.product?.findIndex((answer, at) => !isDeepStrictEqual(answer, answers[other]?.[at])) ?? 0
    if (at === -1) continue
    const [ours, theirs] = [answers.product?.[at], answers[other]?.[at]].map((answer) =>
      JSON.stringify(answer).slice(0, 1_000),
    )
    throw new Error(`${operation} is answered in two ways.\nproduct: ${ours}\n${other}: ${theirs}`)
  }
}

async function fire(url: string, { path, method, headers, body }: Shot): Promise<Answer> {
  const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  if (!response.ok || text.includes('"errors"'))
    throw new Error(`${url}${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

/** A page as it is, but for its cursors and how moments are written. */
function nodesOf({ workshops, workshop }: Answer): Answer {
  const { edges, pageInfo } = workshops ?? workshop.issues
  const nodes = edges.map(({ node: { areaName, createdAt, updatedAt, ...node } }: Answer) => ({
    ...node,
    ...(areaName !== undefined && { area: { name: areaName } }),
    moments: [createdAt, updatedAt].map((moment) => moment && Date.parse(moment)),
  }))
  return { nodes, hasNextPage: pageInfo.hasNextPage }
}

/** Equal ranks may come in any order, and shares may differ in the last bit. */
function byRank(rows: Answer[]): Answer[] {
  return rows
    .map((row) => ({ ...row, share: row.share.toFixed(12), byChannel: [...row.byChannel].sort(byChannel) }))
    .sort((a, b) => a.rank - b.rank || (a.option.title < b.option.title ? -1 : 1))
}

/** Threads may come as they are read, or in the order of time. */
function inOneOrder({ statements, ideas }: Answer): Answer {
  const byId = (a: Answer, b: Answer) => (a.id < b.id ? -1 : 1)
  const sorted = ideas.map((idea: Answer) => ({ ...idea, critiques: [...idea.critiques].sort(byId) }))
  return { statements, ideas: sorted }
}

function byChannel(a: { channel: string }, b: { channel: string }): number {
  return a.channel < b.channel ? -1 : 1
}
