import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { query } from '../../_apollo/server.ts'
import { AccountPageDocument } from './account.generated.ts'

/** Asks who it is before anything is sent, so that the way to sign in is a real redirect and needs no script. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { viewer } = await query(AccountPageDocument, {})
  if (!viewer) redirect('/sign-in?callbackUrl=%2Faccount')
  return children
}
