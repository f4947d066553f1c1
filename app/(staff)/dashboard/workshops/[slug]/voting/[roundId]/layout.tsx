import type { ReactNode } from 'react'
import { loadRound, type RoundParams } from './load-round.ts'

type Props = RoundParams & { children: ReactNode }

/** Asks for the round before anything is sent, so that one that is not there answers 404. */
export default async function RoundLayout({ children, params }: Props) {
  const { slug, roundId } = await params
  await loadRound(slug, roundId)
  return children
}
