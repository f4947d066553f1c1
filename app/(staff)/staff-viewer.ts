import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { query } from '../_apollo/server.ts'
import { StaffViewerDocument, type StaffViewerQuery } from './staff.generated.ts'

/** Somebody who may open the dashboard. */
export type StaffViewer = NonNullable<StaffViewerQuery['viewer']>

/** Who is at the dashboard; anybody else is led to sign in, or told that the page is not theirs. Asked once per request. */
export const staffViewer: () => Promise<StaffViewer> = cache(async () => {
  const { viewer } = await query(StaffViewerDocument, {})
  if (!viewer) {
    const path = (await headers()).get('x-qlab-path') ?? '/dashboard'
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  }
  if (!viewer.canOpenDashboard) forbidden()
  return viewer
})
