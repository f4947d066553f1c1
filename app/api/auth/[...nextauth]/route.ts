import type { NextRequest } from 'next/server'
import { handleAuth } from '#auth.ts'

type Route = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, { params }: Route): Promise<Response> {
  return handleAuth(request, (await params).nextauth)
}

export { answer as GET, answer as HEAD, answer as POST }
