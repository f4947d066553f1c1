import {
  DIRECTIONS,
  type Direction,
  MEASURE_KINDS,
  type MeasureKind,
  readValue,
  refuseBaselinePoints,
} from '#domain/measures.ts'
import type { Reading, Refusal } from '#domain/refusal.ts'

/** What is typed about a measure. */
export type MeasureForm = {
  title: string
  kind: string
  direction: string
  unit: string
  target: string
  baselinePoints: string
  definition: string
}

export const MEASURE_FIELDS = ['title', 'kind', 'direction', 'unit', 'target', 'baselinePoints', 'definition']

type Typed = {
  title: string
  kind: MeasureKind
  direction: Direction
  unit: string
  definition: string
  target: number | null
  baselinePoints: number | null
}

/** What was typed as the contract wants it, or the first fault that the browser can already name. */
export function readMeasureForm(form: MeasureForm): { input: Typed; check: Refusal | null } {
  const { title, unit, definition } = form
  const target = optional(form.target, 'target')
  const points = form.baselinePoints.trim() === '' ? null : numberOf(form.baselinePoints)
  const input = {
    title,
    unit,
    definition,
    kind: MEASURE_KINDS.find((kind) => kind === form.kind) ?? 'OUTCOME',
    direction: DIRECTIONS.find((direction) => direction === form.direction) ?? 'UP',
    target: target.ok ? target.value : null,
    baselinePoints: points,
  }
  return { input, check: target.ok ? refuseBaselinePoints(points) : target.refusal }
}

/** A number as people type it: 12.5, or 12,5 with a comma, which is no number here. */
export function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}

function optional(typed: string, field: string): Reading<number | null> {
  return typed.trim() === '' ? { ok: true, value: null } : readValue(numberOf(typed), field)
}
