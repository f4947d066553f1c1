import type { NextRequest } from 'next/server'
import { signOut } from '#auth.ts'

/** `<form method="post" action="/sign-out">` on any page ends the session. */
export function POST(request: NextRequest): Promise<Response> {
  return signOut(request)
}
