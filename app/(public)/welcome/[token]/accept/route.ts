import type { NextRequest, NextResponse } from 'next/server'
import { acceptWelcome } from '#auth/welcome.ts'

type Route = { params: Promise<{ token: string }> }

export async function POST(request: NextRequest, { params }: Route): Promise<NextResponse> {
  return acceptWelcome(request, (await params).token)
}
