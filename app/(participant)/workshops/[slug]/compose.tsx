'use client'

import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import type { ButtonVariant } from '../../../_ui/button-style.ts'
import { isDoublePress } from '../../../_ui/double-press.ts'
import { TextAreaField } from '../../../_ui/text-area-field.tsx'
import { readDraft } from './drafts.ts'
import { EndedWords } from './ended-words.tsx'
import { problemWith } from './limit.ts'
import { OnItsWay } from './on-its-way.tsx'
import type { Outgoing } from './outbox-state.ts'
import { useKeptText } from './use-kept-text.ts'
import type { Outbox } from './use-outbox.ts'

type Props<About> = {
  /** Unique on the page: the id of the field. */
  id: string
  label: ReactNode
  hint?: ReactNode
  rows?: number
  limit: number
  /** Said when there is nothing to send: "Write the comment first." */
  whenEmpty: string
  submitLabel: ReactNode
  /** The button that opens the form; without one it is always open. */
  opener?: { label: ReactNode; variant?: ButtonVariant; className?: string }
  /** Whether it stays open for more after something was written. */
  stays?: boolean
  /** Where what is typed is kept. */
  storageKey: string
  outbox: Outbox<About>
  /** Whether something on its way was written here. */
  isHere: (about: About) => boolean
  /** What it is about; null where the form itself says what is missing. */
  about: () => About | null
  /** Empties the other fields that belong to this one text. */
  onPost?: () => void
  /** Puts the other fields back as they were when what was refused was sent. */
  onTakeBack?: (about: About) => void
  /** The colour and the code of the table that writes. */
  paper?: { hue: number | null; code: string | null }
  /** The title of the step that has ended, so that nothing can be sent; null while it is open. */
  ended: string | null
  /** Fields above the text. */
  children?: ReactNode
}

/** A text to write, kept in this browser until the server has it; what is on its way stands below. */
export function Compose<About>({ id, opener, stays = false, outbox, paper, ended, ...form }: Props<About>) {
  const [open, setOpen] = useState<'pressed' | 'kept' | null>(null)
  const [text, setText, forget, field] = useKeptText(form.storageKey, '')
  const [problem, setProblem] = useState<string | null>(null)
  const openerButton = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  const posted = useRef<SyntheticEvent | null>(null)

  // Words that were being typed when the page was left are taken up again.
  useEffect(() => {
    if (readDraft(form.storageKey)) setOpen('kept')
  }, [form.storageKey])
  useEffect(() => {
    if (open === null && closed.current) openerButton.current?.focus()
    closed.current = false
  }, [open])

  // When the step opens again, the words are there, and whoever reads elsewhere is left in peace.
  useEffect(() => {
    if (ended !== null) setOpen((now) => now && 'kept')
  }, [ended])

  function close() {
    closed.current = true
    setText('')
    forget()
    setProblem(null)
    setOpen(null)
  }

  function post(press: SyntheticEvent) {
    if (text.trim() === '' && isDoublePress(posted.current, press)) return
    const about = form.about()
    const wrong = problemWith(text, form.limit, form.whenEmpty)
    setProblem(wrong)
    if (wrong) return document.getElementById(id)?.focus()
    if (about === null) return
    posted.current = press
    outbox.post(text, about)
    form.onPost?.()
    if (opener && !stays) return close()
    setText('')
    forget()
    document.getElementById(id)?.focus()
  }

  function takeBack(item: Outgoing<About>) {
    outbox.takeOut(item.id)
    // What was being typed comes after it.
    setText(text.trim() === '' ? item.text : `${item.text}\n${text}`)
    form.onTakeBack?.(item.about)
    setOpen('pressed')
  }

  function fields() {
    if (ended !== null) {
      return text.trim() === '' ? null : <EndedWords step={ended} text={text} setText={setText} />
    }
    if (opener && open === null) {
      return (
        <Button
          ref={openerButton}
          variant={opener.variant ?? 'quiet'}
          className={opener.className}
          onClick={() => setOpen('pressed')}
        >
          {opener.label}
        </Button>
      )
    }
    return (
      <form
        noValidate
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          post(event)
        }}
      >
        {form.children}
        <TextAreaField
          id={id}
          ref={field}
          autoComplete="off"
          label={form.label}
          hint={form.hint}
          error={problem}
          value={text}
          rows={form.rows}
          autoFocus={open === 'pressed'}
          onChange={(event) => {
            setProblem(null)
            setText(event.target.value)
          }}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" needsScript>
            {form.submitLabel}
          </Button>
          {opener ? (
            <Button variant="quiet" onClick={close}>
              {stays && text.trim() === '' ? 'Done' : 'Cancel'}
            </Button>
          ) : null}
        </div>
      </form>
    )
  }

  return (
    <>
      {fields()}
      <OnItsWay
        items={outbox.items.filter(({ about }) => form.isHere(about))}
        waiting={outbox.waiting}
        hue={paper?.hue}
        code={paper?.code}
        onTakeBack={takeBack}
      />
    </>
  )
}
