'use client'

import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import type { DecodedFile } from '#domain/encodings.ts'
import { type Refused, useAct } from '../../../../../../use-act.ts'
import {
  AddBallotImportPieceDocument,
  ApplyBallotImportDocument,
  BallotImportProgressDocument,
  CheckBallotImportDocument,
  type ImportPartsFragment,
  StartBallotImportDocument,
} from './import.generated.ts'
import { cutIntoPieces } from './pieces.ts'
import { forgetImport, importIdOf } from './remembered-import.ts'

export type ImportKind = 'BALLOTS' | 'TALLY'
export type ChosenFile = DecodedFile & { file: File }
export type ImportState = {
  stage: 'CHOOSE' | 'SENDING' | 'CHECKING' | 'REPORT' | 'ADDING' | 'ADDED'
  sent: number
  pieces: number
  report: ImportPartsFragment | null
  /** How many ballots have been added so far. */
  done: number
  trouble: Refused | null
}

const START: ImportState = { stage: 'CHOOSE', sent: 0, pieces: 0, report: null, done: 0, trouble: null }
const TRIES = 4
const PROGRESS_MS = 1_000
const MOST_ASKED = 300
const FIRST_PAUSE_MS = 800

/** Sends a file piece by piece, has it checked, and adds it. What was sent stays sent when the connection breaks. */
export function useBallotImport(roundId: string) {
  const [state, setState] = useState<ImportState>(START)
  const client = useApolloClient()
  const starting = useAct(StartBallotImportDocument)
  const adding = useAct(AddBallotImportPieceDocument)
  const checking = useAct(CheckBallotImportDocument)
  const applying = useAct(ApplyBallotImportDocument)
  const change = (changed: Partial<ImportState>) => setState((before) => ({ ...before, ...changed }))
  const stop = (trouble: Refused) => change({ stage: 'CHOOSE', trouble })

  async function send({ file, text }: ChosenFile, kind: ImportKind, exactDots: number | null) {
    const pieces = cutIntoPieces(text)
    const id = importIdOf(roundId, `${kind} ${exactDots}`, file)
    setState({ ...START, stage: 'SENDING', pieces: pieces.length })
    const begun = await tryAgain(() =>
      starting.attempt({ input: { id, roundId, kind, fileName: file.name, exactDots } }, { refresh: false }),
    )
    if (!begun.success) return stop(begun.refused)
    for (let number = begun.success.ballotImport.pieces; number < pieces.length; number += 1) {
      change({ sent: number })
      const piece = { importId: id, number, text: pieces[number] ?? '' }
      const answer = await tryAgain(() => adding.attempt(piece, { refresh: false }))
      if (!answer.success) return stop(answer.refused)
    }
    change({ sent: pieces.length, stage: 'CHECKING' })
    const checked = await tryAgain(() => checking.attempt({ importId: id }, { refresh: false }))
    if (!checked.success) {
      forgetImport()
      return stop(checked.refused)
    }
    const report = checked.success.ballotImport
    // A file with faults is corrected and sent as another one.
    if (report.report?.refusedCount) forgetImport()
    change({ stage: 'REPORT', report })
  }

  async function add() {
    if (!state.report) return
    const { id } = state.report
    change({ stage: 'ADDING', done: 0, trouble: null })
    const watched = watch(id)
    const answer = await applying.attempt({ importId: id })
    watched.stop()
    // The answer got lost on the way, while the server goes on: how far it is says when it is done.
    if (answer.refused?.passing) {
      const ended = await watched.untilEnd()
      if (ended) return finished(ended)
    }
    if (!answer.success) return change({ stage: 'REPORT', trouble: answer.refused })
    finished(answer.success.ballotImport)
  }

  function finished(report: ImportPartsFragment) {
    forgetImport()
    change({ stage: 'ADDED', report })
  }

  async function progressOf(id: string) {
    const asked = { query: BallotImportProgressDocument, variables: { id } } as const
    const { data } = await client
      .query({ ...asked, fetchPolicy: 'network-only' })
      .catch(() => ({ data: null }))
    const found = data?.ballotImport ?? null
    if (found?.report?.done) change({ done: found.report.done })
    return found
  }

  function watch(id: string) {
    const every = setInterval(() => void progressOf(id), PROGRESS_MS)
    return {
      stop: () => clearInterval(every),
      async untilEnd() {
        for (let asked = 0; asked < MOST_ASKED; asked += 1) {
          const found = await progressOf(id)
          if (found?.appliedAt) return found
          if (found && found.report?.done == null) return null
          await new Promise((resume) => setTimeout(resume, PROGRESS_MS))
        }
        return null
      },
    }
  }

  return { state, send, add, startOver: () => setState(START) }
}

type Outcome<T> = { success: T; refused: null } | { success: null; refused: Refused }

// A broken connection mostly comes back within seconds; a refusal does not change by asking again.
async function tryAgain<T>(
  attempt: () => Promise<{ success: T | null; refused: Refused | null }>,
): Promise<Outcome<T>> {
  for (let tried = 1; ; tried += 1) {
    const { success, refused } = await attempt()
    if (success) return { success, refused: null }
    const no = refused ?? { code: 'TROUBLE', message: 'The server gave no answer. Try again.', field: null }
    if (!no.passing || tried === TRIES) return { success: null, refused: no }
    await new Promise((resume) => setTimeout(resume, FIRST_PAUSE_MS * 2 ** (tried - 1)))
  }
}
