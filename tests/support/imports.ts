import { v7 } from 'uuid'
import type { VotingRoom } from './voting.ts'
import type { World } from './world.ts'

const imported = (head: string, call: string) => `mutation (${head}) {
  result: ${call} {
    __typename
    ... on BallotImportSuccess { ballotImport {
      id kind fileName pieces appliedAt
      report { lines ballots added alreadyPresent newFigures replacedFigures refusedCount refused { line code reason } }
    } }
    ... on Refusal { code field message }
  }
}`

const IMPORT = {
  start: imported('$input: StartBallotImportInput!', 'startBallotImport(input: $input)'),
  add: imported(
    '$importId: ID!, $number: Int!, $text: String!',
    'addBallotImportPiece(importId: $importId, number: $number, text: $text)',
  ),
  check: imported('$importId: ID!', 'checkBallotImport(importId: $importId)'),
  apply: imported('$importId: ID!', 'applyBallotImport(importId: $importId)'),
}

export type Report = {
  lines: number
  ballots: number
  added: number
  alreadyPresent: number
  newFigures: number | null
  replacedFigures: number | null
  refusedCount: number
  refused: { line: number; code: string; reason: string }[]
}

export type Imported = {
  __typename: string
  code?: string
  field?: string
  message?: string
  ballotImport?: { id: string; pieces: number; appliedAt: string | null; report: Report | null }
}

type Given = {
  kind?: 'BALLOTS' | 'TALLY'
  exactDots?: number
  id?: string
  fileName?: string
  pieceLength?: number
}

/** What the import page does with a file: cut it, send the pieces, check, apply. */
export function importer(world: World, room: VotingRoom) {
  async function act(operation: keyof typeof IMPORT, variables: Record<string, unknown>): Promise<Imported> {
    const { data, codes } = await world.run<{ result: Imported }>(
      IMPORT[operation],
      variables,
      room.facilitator,
    )
    return data?.result ?? { __typename: 'Error', code: codes[0] }
  }

  async function send(text: string, given: Given = {}): Promise<string> {
    const { kind = 'BALLOTS', exactDots, id = v7(), fileName = 'ballots.csv', pieceLength = 90_000 } = given
    const begun = await act('start', { input: { id, roundId: room.roundId, kind, fileName, exactDots } })
    if (begun.code) throw new Error(`The import was refused: ${begun.code}`)
    for (let number = 0; number * pieceLength < text.length; number++) {
      const piece = text.slice(number * pieceLength, (number + 1) * pieceLength)
      const added = await act('add', { importId: id, number, text: piece })
      if (added.code) throw new Error(`Piece ${number} was refused: ${added.message}`)
    }
    return id
  }

  return {
    act,
    send,
    check: async (text: string, given?: Given) => act('check', { importId: await send(text, given) }),
    apply: async (text: string, given?: Given) => act('apply', { importId: await send(text, given) }),
  }
}
