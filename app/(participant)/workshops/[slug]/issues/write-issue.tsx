'use client'

import { useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { Outbox } from './outbox.tsx'
import { useOutbox } from './use-outbox.ts'

type Props = {
  workshopId: string
  areas: readonly { id: string; name: string }[]
  /** The area of the writer's table. */
  homeAreaId: string | null
  tableId: string | null
  hue: number | null
  code: string | null
  storageKey: string
  limit: number
}

/** A new post-it. What is typed is kept in this browser until it is on the wall. */
export function WriteIssue({ areas, homeAreaId, hue, code, limit, ...source }: Props) {
  const { kept, away, type, post, takeBack } = useOutbox(source)
  const [missing, setMissing] = useState(false)
  const areaId = kept.areaId ?? homeAreaId ?? areas[0]?.id ?? ''
  const over = kept.title.trim().length - limit

  function submit() {
    const empty = kept.title.trim() === ''
    setMissing(empty)
    if (empty || over > 0) document.getElementById('new-issue')?.focus()
    else post(areaId)
  }

  return (
    <Card as="section" id="write" aria-labelledby="write-title" className="mb-8 scroll-mt-4">
      <h2 id="write-title">Write an issue</h2>
      <form
        noValidate
        className="mt-3 grid gap-4 lg:grid-cols-[2fr_1fr_auto] lg:items-end"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextAreaField
          id="new-issue"
          label="Issue"
          hint="One problem on each post-it, such as “How to signpost effectively”."
          error={problem(missing, over, limit)}
          value={kept.title}
          rows={2}
          onChange={(event) => {
            setMissing(false)
            type({ title: event.target.value })
          }}
        />
        <SelectField
          id="new-issue-area"
          label="Area"
          value={areaId}
          onChange={(event) => type({ areaId: event.target.value })}
        >
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Put it on the wall</Button>
      </form>
      <Outbox issues={kept.outbox} away={away} hue={hue} code={code} onTakeBack={takeBack} />
    </Card>
  )
}

function problem(missing: boolean, over: number, limit: number): string | null {
  if (missing) return 'Write the issue first.'
  if (over <= 0) return null
  return `${over} ${over === 1 ? 'character' : 'characters'} too long. The limit is ${limit}.`
}
