'use client'

import { type SyntheticEvent, useRef, useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { isDoublePress } from '../../../../_ui/double-press.ts'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { EndedWords } from '../ended-words.tsx'
import { problemWith } from '../limit.ts'
import { OnItsWay } from '../on-its-way.tsx'
import { isRecord } from '../outbox-state.ts'
import { useKeptText } from '../use-kept-text.ts'
import { useOutbox } from '../use-outbox.ts'
import { useSend } from '../use-send.ts'
import { WriteIssueDocument } from './issues.generated.ts'

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
  /** The title of the step that has ended; null while it is open. */
  ended: string | null
}

/** A new post-it. What is typed is kept in this browser until it is on the wall. */
export function WriteIssue({ areas, homeAreaId, hue, code, limit, ended, ...source }: Props) {
  const { workshopId, tableId, storageKey } = source
  const send = useSend()
  const [title, setTitle, forgetTitle, titleField] = useKeptText(`${storageKey}.title`, '')
  const [chosen, setChosen, , areaField] = useKeptText(`${storageKey}.area`, homeAreaId ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const posted = useRef<SyntheticEvent | null>(null)
  const { items, waiting, post, takeOut } = useOutbox({
    storageKey,
    isAbout,
    arrived: 'Your issue is on the wall.',
    send: ({ id, text, about: { areaId } }) =>
      send(WriteIssueDocument, { input: { id, workshopId, areaId, title: text, tableId } }),
  })
  const areaId = areas.some(({ id }) => id === chosen) ? chosen : (areas[0]?.id ?? '')

  function submit(press: SyntheticEvent) {
    if (title.trim() === '' && isDoublePress(posted.current, press)) return
    const wrong = problemWith(title, limit, 'Write the issue first.')
    setProblem(wrong)
    if (wrong) return document.getElementById('new-issue')?.focus()
    posted.current = press
    post(title, { areaId })
    setTitle('')
    forgetTitle()
  }

  const onItsWay = (
    <OnItsWay
      items={items}
      waiting={waiting}
      hue={hue}
      code={code}
      className="md:grid-cols-2 xl:grid-cols-4"
      onTakeBack={(issue) => {
        takeOut(issue.id)
        // What was being typed comes after it.
        setTitle(title.trim() === '' ? issue.text : `${issue.text}\n${title}`)
        setChosen(issue.about.areaId)
      }}
    />
  )

  if (ended !== null) {
    return (
      <div className="mb-8 empty:hidden">
        {title.trim() === '' ? null : <EndedWords step={ended} text={title} setText={setTitle} />}
        {onItsWay}
      </div>
    )
  }
  return (
    <Card as="section" id="write" aria-labelledby="write-title" className="mb-8 scroll-mt-4">
      <h2 id="write-title">Write an issue</h2>
      <form
        noValidate
        className="mt-3 grid gap-4 lg:grid-cols-[2fr_1fr_auto] lg:items-end"
        onSubmit={(event) => {
          event.preventDefault()
          submit(event)
        }}
      >
        <TextAreaField
          id="new-issue"
          ref={titleField}
          autoComplete="off"
          label="Issue"
          hint="One problem on each post-it, such as “How to signpost effectively”."
          error={problem}
          value={title}
          rows={2}
          onChange={(event) => {
            setProblem(null)
            setTitle(event.target.value)
          }}
        />
        <SelectField
          id="new-issue-area"
          ref={areaField}
          autoComplete="off"
          label="Area"
          value={areaId}
          onChange={(event) => setChosen(event.target.value)}
        >
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" needsScript>
          Put it on the wall
        </Button>
      </form>
      {onItsWay}
    </Card>
  )
}

function isAbout(value: unknown): value is { areaId: string } {
  return isRecord(value) && typeof value.areaId === 'string'
}
