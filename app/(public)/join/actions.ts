'use server'

import { redirect } from 'next/navigation'
import { mutate, OperationFailed } from '../../_apollo/server.ts'
import { JoinWorkshopDocument } from './join.generated.ts'

type JoinError = { message: string; field: string | null }

/** What was typed, and everything that was wrong with it. */
export type JoinState = { code: string; displayName: string; errors: readonly JoinError[] }

/** Takes the seat and goes to the workshop; a refusal comes back with everything that was typed. */
export async function joinWorkshop(_before: JoinState, form: FormData): Promise<JoinState> {
  const code = textOf(form, 'code')
  const displayName = textOf(form, 'displayName')
  const missing = whatIsMissing(code, displayName)
  if (missing.length > 0) return { code, displayName, errors: missing }
  const result = await join(code, displayName)
  if ('workshop' in result) redirect(`/workshops/${result.workshop.slug}`)
  return { code, displayName, errors: [{ message: result.message, field: result.field ?? null }] }
}

function whatIsMissing(code: string, displayName: string): JoinError[] {
  return [
    ...(code.trim() === '' ? [{ message: 'Enter the room code.', field: 'code' }] : []),
    ...(displayName.trim() === '' ? [{ message: 'Enter your name.', field: 'displayName' }] : []),
  ]
}

async function join(code: string, displayName: string) {
  try {
    return (await mutate(JoinWorkshopDocument, { input: { code, displayName } })).joinWorkshop
  } catch (error) {
    // Too many tries, or a database that is away: said at the form, which keeps what was typed.
    if (error instanceof OperationFailed) return { message: error.message, field: null }
    throw error
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
