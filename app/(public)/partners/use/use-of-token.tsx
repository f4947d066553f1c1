'use client'

import { type SubmitEvent, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Notice } from '../../../_ui/notice.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { readToken } from '../ask-with-token.ts'
import { askForUse, type Use } from './ask-for-use.ts'
import { Files } from './files.tsx'
import { Grant } from './grant.tsx'
import { TokenWebhooks } from './token-webhooks.tsx'

/** Where a token is pasted and its use is read. The token stays in the memory of this page and ends with it. */
export function UseOfToken({ query }: { query: string }) {
  const [token, setToken] = useState('')
  const [use, setUse] = useState<Use | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function show() {
    setPending(true)
    const told = await askForUse(query, readToken(token))
    setPending(false)
    setUse(typeof told === 'string' ? null : told)
    setProblem(typeof told === 'string' ? told : null)
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (token.trim() === '') return setProblem('Paste your token first. It begins with qlab_.')
    void show()
  }

  return (
    <>
      <form className="max-w-prose space-y-4" onSubmit={submit}>
        <TextField
          id="token"
          label="Token"
          hint="It is kept on this page only, until you leave it. Looking here counts as one request."
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <Button type="submit" pending={pending} pendingLabel="Asking">
          {use ? 'Look again' : 'Show its use'}
        </Button>
      </form>
      <div aria-live="polite" className="mt-4 max-w-prose">
        {problem ? <Notice kind="error">{problem}</Notice> : null}
        {use ? <p className="sr-only">The use of the token is shown below.</p> : null}
      </div>
      {use ? (
        <div className="mt-8 space-y-10">
          <Grant grant={use.grant} />
          <Files files={use.exports} />
          <TokenWebhooks webhooks={use.webhooks ?? []} />
        </div>
      ) : null}
    </>
  )
}
