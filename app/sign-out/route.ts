import type { NextRequest, NextResponse } from 'next/server'
import { signOut } from '#auth.ts'

/** `<form method="post" action="/sign-out">` on any page ends the session. */
export function POST(request: NextRequest): Promise<NextResponse> {
  return signOut(request)
}
