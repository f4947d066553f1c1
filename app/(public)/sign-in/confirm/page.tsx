import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { lookAtLink } from '#auth/sign-in-links.ts'
import { whoIsHere } from '#auth.ts'
import { namedCookie, sessionCookie } from '#auth-cookies.ts'
import { ConfirmLink } from './confirm-link.tsx'

type Search = Promise<Record<'token' | 'callbackUrl' | 'problem', string | string[] | undefined>>

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const { problem } = await searchParams
  return { title: problem ? 'Error: Sign in' : 'Sign in' }
}

/** Where the link in the mail leads. Opening it uses nothing up: only the button does, and scanners press no buttons. */
export default async function ConfirmLinkPage({ searchParams }: { searchParams: Search }) {
  const { token, callbackUrl, problem } = await searchParams
  const jar = await cookies()
  const given = String(token ?? '')
  const outlook = await lookAtLink(given, jar.get(namedCookie('browser').name)?.value)
  const here = await whoIsHere(jar.get(sessionCookie().name)?.value)
  return (
    <ConfirmLink
      token={given}
      next={String(callbackUrl ?? '/')}
      outlook={outlook}
      problem={problem === 'wrong-code' || problem === 'digits' ? problem : null}
      isGuest={here?.isGuest ?? false}
    />
  )
}
