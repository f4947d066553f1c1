import { useState } from 'react'
import type { ExampleQuery } from '../example-queries.ts'
import { ask, type Told } from './ask.ts'

const NO_OBJECT = 'Write the variables as one JSON object, such as {"after": null}.'

/** The state of a question: its words, its answer, and what was wrong with either. */
export function useQuestion(first: ExampleQuery) {
  const [query, setQuery] = useState(first.query)
  const [variables, setVariables] = useState(JSON.stringify(first.variables, null, 2))
  const [variablesError, setVariablesError] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [failed, setFailed] = useState(false)
  const [pending, setPending] = useState(false)

  async function send(values: unknown, token: string) {
    setPending(true)
    try {
      setTold(await ask({ query, variables: values, token }))
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      setPending(false)
    }
  }
  function run(token: string) {
    const values = readObject(variables)
    setVariablesError(values === null ? NO_OBJECT : null)
    if (values !== null) void send(values, token)
  }
  return { query, setQuery, variables, setVariables, variablesError, told, failed, pending, run }
}

function readObject(text: string): object | null {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
