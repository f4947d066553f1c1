'use client'

import { type KeyboardEvent, type SubmitEvent, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { SelectField } from '../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../_ui/text-area-field.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { readToken } from '../ask-with-token.ts'
import { EXAMPLE_QUERIES, FIRST_QUERY } from '../example-queries.ts'
import { Answer } from './answer.tsx'
import { useQuestion } from './use-question.ts'

const CODE = 'font-mono text-small'

/** Where a query is written and its answer is read. The token stays in the memory of this page and ends with it. */
export function Explorer({ signedInAs }: { signedInAs: string | null }) {
  const [token, setToken] = useState('')
  const { query, setQuery, variables, setVariables, variablesError, told, failed, pending, run } =
    useQuestion(FIRST_QUERY)

  function choose(key: string) {
    const example = EXAMPLE_QUERIES.find((one) => one.key === key)
    if (example === undefined) return
    setQuery(example.query)
    setVariables(JSON.stringify(example.variables, null, 2))
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    run(readToken(token))
  }
  function runOnKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || pending) return
    event.preventDefault()
    run(readToken(token))
  }

  return (
    <div className="grid gap-8 lg:grid-cols-2 lg:items-start">
      <form className="min-w-0 space-y-4" onSubmit={submit} onKeyDown={runOnKey}>
        <TextField
          id="token"
          label="Token"
          hint={`It is kept on this page only, until you leave it. Without one you ask ${signedInAs ? `as ${signedInAs}` : 'as somebody who is not signed in'}.`}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <SelectField
          id="example"
          label="Example"
          defaultValue={FIRST_QUERY.key}
          onChange={({ target }) => choose(target.value)}
        >
          {EXAMPLE_QUERIES.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          id="query"
          label="Query"
          rows={16}
          className={`${CODE} min-h-80`}
          spellCheck={false}
          autoCapitalize="off"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <TextAreaField
          id="variables"
          label="Variables"
          hint="As JSON."
          error={variablesError}
          rows={3}
          className={CODE}
          spellCheck={false}
          autoCapitalize="off"
          value={variables}
          onChange={({ target }) => setVariables(target.value)}
        />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" pending={pending} pendingLabel="Asking">
            Run the query
          </Button>
          <span className="text-ink-soft">or Ctrl+Enter, ⌘+Enter on a Mac</span>
        </p>
      </form>
      <Answer told={told} failed={failed} />
    </div>
  )
}
