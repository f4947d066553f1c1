import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import type { Refusal } from '#domain/refusal.ts'
import { endsAfterItStarts, workshopFields } from '#domain/workshops.ts'

const { title, description, venue, startsOn, endsOn, timeZone } = workshopFields
const announced = z
  .object({ title, description, venue, startsOn, endsOn, timeZone })
  .refine(endsAfterItStarts, {
    message: 'The last day is before the first. Change one of them.',
    path: ['endsOn'],
  })

type Announced = z.input<typeof announced>

/** What the rules say against the words and days of a workshop, before the server is asked. */
export function checkWorkshop(input: Announced): Refusal | null {
  const reading = readInput(announced, input)
  return reading.ok ? null : reading.refusal
}
