'use server'

import { redirect } from 'next/navigation'
import { mutate, OperationFailed } from '../../_apollo/server.ts'
import { JoinWorkshopDocument } from './join.generated.ts'

/** What was typed, and what was wrong with it. */
export type JoinState = {
  code: string
  displayName: string
  refused: { message: string; field: string | null } | null
}

/** Takes the seat and goes to the workshop; a refusal comes back with everything that was typed. */
export async function joinWorkshop(_before: JoinState, form: FormData): Promise<JoinState> {
  const code = textOf(form, 'code')
  const displayName = textOf(form, 'displayName')
  const result = await join(code, displayName)
  if ('workshop' in result) redirect(`/workshops/${result.workshop.slug}`)
  return { code, displayName, refused: { message: result.message, field: result.field ?? null } }
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
