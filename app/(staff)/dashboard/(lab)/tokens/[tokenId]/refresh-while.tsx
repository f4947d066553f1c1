'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announce } from '../../../../../_ui/announce.ts'

const EVERY_MS = 2_000

/** Renders the page anew until what is waited for is there, and says so once it is. */
export function RefreshWhile({ said }: { said: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => {
      clearInterval(timer)
      announce(said)
    }
  }, [router, said])
  return null
}
