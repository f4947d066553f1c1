'use client'

import dynamic from 'next/dynamic'
import { type SubmitEvent, useMemo, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { readToken } from '../ask-with-token.ts'
import { createAsk, type Told } from './ask.ts'

/** The editors weigh more than all the rest of the page, and need a browser. */
const Editor = dynamic(() => import('./editor.tsx').then((module) => module.Editor), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
})

/** Where queries are written and their answers read. The token stays in the memory of this page and ends with it. */
export function Explorer({ signedInAs }: { signedInAs: string | null }) {
  const [typed, setTyped] = useState('')
  const [token, setToken] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [failed, setFailed] = useState(false)
  const ask = useMemo(
    () =>
      createAsk(token, (news) => {
        setTold(news)
        setFailed(news === null)
      }),
    [token],
  )

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setTold(null)
    setToken(readToken(typed))
  }
  return (
    <div className="space-y-8">
      <form className="space-y-4" onSubmit={submit}>
        <TextField
          id="token"
          label="Token"
          hint={`It is kept on this page only, until you leave it. Without one you ask ${signedInAs ? `as ${signedInAs}` : 'as somebody who is not signed in'}.`}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" variant="secondary">
          {typed === '' && token !== '' ? 'Go on without a token' : 'Use this token'}
        </Button>
      </form>
      {/* What may be asked differs, and with it what is completed: the editors begin anew. */}
      <Editor key={token} ask={ask} told={told} failed={failed} />
    </div>
  )
}
