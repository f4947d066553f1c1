import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { query } from '../../../_apollo/server.ts'
import { SignedInDocument } from './signed-in.generated.ts'

/** Asks who it is before anything is sent, so that the way to sign in is a real redirect and needs no script. */
export default async function MyWorkshopsLayout({ children }: { children: ReactNode }) {
  const { viewer } = await query(SignedInDocument, {})
  if (!viewer) redirect('/sign-in?callbackUrl=%2Fworkshops')
  return children
}
