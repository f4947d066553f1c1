'use client'

import { useEffect, useState } from 'react'
import { timeLeft } from './critique-words.ts'

const EVERY_MS = 15_000

/** How long a comment may still be changed, in words. */
export function TimeLeft({ until }: { until: string }) {
  // The clock of the server is not the reader's, so the time is told in the browser only.
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  if (now === null) return null
  const left = timeLeft(until, now)
  return <>{left ? `You can change it for ${left} more.` : 'The time to change it is over.'}</>
}
