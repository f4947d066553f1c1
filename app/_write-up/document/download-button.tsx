'use client'

import { Download } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { inFigures } from '#domain/numbers.ts'
import { announce } from '../../_ui/announce.ts'

type State = { step: 'IDLE' } | { step: 'MAKING'; kilobytes: number } | { step: 'FAILED'; message: string }

type Props = { href: string; file: string; label: string }

/**
 * A link to a file that takes a while to make. It says that it is being made and how much has come, cannot be started
 * twice, and stops when the page is left. Without scripts it is a plain link.
 */
export function DownloadButton({ href, file, label }: Props) {
  const [state, setState] = useState<State>({ step: 'IDLE' })
  const leaving = useRef<AbortController>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  async function start(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (state.step === 'MAKING') return
    leaving.current = new AbortController()
    setState({ step: 'MAKING', kilobytes: 0 })
    announce(`${label} is being made.`)
    try {
      const { blob, name } = await fetchFile(href, leaving.current.signal, (bytes) =>
        setState({ step: 'MAKING', kilobytes: Math.ceil(bytes / 1000) }),
      )
      save(blob, name ?? file)
      setState({ step: 'IDLE' })
      announce(`${label} is ready.`)
    } catch (trouble) {
      if (leaving.current.signal.aborted) return
      const message = trouble instanceof Refused ? trouble.message : 'The file could not be made. Try again.'
      setState({ step: 'FAILED', message })
      announce(message)
    }
  }

  return (
    <>
      <a
        href={href}
        download
        onClick={start}
        aria-disabled={state.step === 'MAKING' || undefined}
        className="inline-flex min-h-11 items-center gap-2"
      >
        <Download aria-hidden className="size-5 shrink-0" />
        {label}
      </a>
      {state.step === 'MAKING' ? (
        <span className="ms-2 inline-flex items-center gap-2">
          <progress aria-label={`${label} is being made`} className="h-2 w-24 [accent-color:var(--accent)]" />
          <span className="tally text-ink-soft">{inFigures(state.kilobytes)} kB</span>
        </span>
      ) : null}
      {state.step === 'FAILED' ? <p className="text-red">{state.message}</p> : null}
    </>
  )
}

/** How much comes before the page says so again. */
const STEP = 50_000

class Refused extends Error {}

async function fetchFile(href: string, signal: AbortSignal, onBytes: (bytes: number) => void) {
  const response = await fetch(href, { signal })
  if (response.status === 503)
    throw new Refused('Too many files are being made at once. Try again in a moment.')
  if (!response.ok || response.body === null) {
    throw new Refused('This write-up is not here any more. Reload the page.')
  }
  const pieces: BlobPart[] = []
  let bytes = 0
  let told = 0
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    bytes += value.length
    if (bytes < told + STEP) continue
    told = bytes
    onBytes(bytes)
  }
  const type = response.headers.get('content-type') ?? ''
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { blob: new Blob(pieces, { type }), name }
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The browser has the file in hand before the next turn; only then may the address go.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
