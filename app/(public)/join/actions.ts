'use server'

import { redirect } from 'next/navigation'
import { mutate } from '../../_apollo/server.ts'
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
  const { joinWorkshop: result } = await mutate(JoinWorkshopDocument, { input: { code, displayName } })
  if ('workshop' in result) redirect(`/workshops/${result.workshop.slug}`)
  return { code, displayName, refused: { message: result.message, field: result.field ?? null } }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
