'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { Button } from '../../../../../../_ui/button.tsx'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { JoinMeasureDocument } from '../../briefs/[briefId]/(brief)/joins.generated.ts'
import { MeasureFields } from '../measure-fields.tsx'
import { MEASURE_FIELDS, type MeasureForm, readMeasureForm } from '../measure-form.ts'
import { CreateMeasureDocument } from '../measures.generated.ts'

const EMPTY: MeasureForm = {
  title: '',
  kind: 'OUTCOME',
  direction: 'UP',
  unit: '',
  target: '',
  baselinePoints: '',
  definition: '',
}

type Props = {
  projectId: string
  /** The brief that it is made for, and joined to. */
  briefId: string | null
}

/** A new measure; its page comes next. */
export function NewMeasureForm({ projectId, briefId }: Props) {
  const router = useRouter()
  const [id] = useState(() => newId())
  const form = useKeptForm(`new-measure-${projectId}`, EMPTY)
  const { act, pending, refused, errorAt } = useAct(CreateMeasureDocument)
  const joining = useAct(JoinMeasureDocument)

  async function create(event: FormEvent) {
    event.preventDefault()
    const { input, check } = readMeasureForm(form.values)
    const done = await act({ input: { ...input, id, projectId } }, { check, refresh: false })
    if (!done) return
    const joined = { briefId: briefId ?? '', measureId: done.measure.id }
    if (briefId && !(await joining.act(joined, { refresh: false }))) return
    form.clear()
    router.push(`/dashboard/projects/${projectId}/measures/${done.measure.id}`)
  }

  return (
    <form onSubmit={create} noValidate className="max-w-prose space-y-6">
      <RefusedNote refused={refused} form="measure" fields={MEASURE_FIELDS} />
      <RefusedNote refused={joining.refused} form="measure" />
      <MeasureFields form={form} errorAt={errorAt} />
      <Button type="submit" pending={pending || joining.pending} pendingLabel="Adding">
        Add the measure
      </Button>
    </form>
  )
}
