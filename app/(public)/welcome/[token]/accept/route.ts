import type { NextRequest } from 'next/server'
import { acceptWelcome } from '#auth/welcome.ts'

type Route = { params: Promise<{ token: string }> }

export async function POST(request: NextRequest, { params }: Route): Promise<Response> {
  return acceptWelcome(request, (await params).token)
}
