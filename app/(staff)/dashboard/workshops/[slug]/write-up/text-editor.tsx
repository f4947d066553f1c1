'use client'

import type { ChangeEvent, FormEvent } from 'react'
import { v7 } from 'uuid'
import { plural } from '#domain/numbers.ts'
import { WRITE_UP_HEADINGS, WRITE_UP_HINTS, type WriteUpSection } from '#domain/write-ups.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useSavedFirst } from '../../../../save-first.ts'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { WriteWriteUpTextDocument } from './write-up-desk.generated.ts'

type Version = { id: string; text: string; createdAt: string; authorName?: string | null }
type Props = {
  workshopId: string
  section: WriteUpSection
  timeZone: string
  /** The version that is shown; null where nothing was written yet. */
  basedOn: string | null
  text: string
  history: readonly Version[]
}

/** One text around the figures, and every version that it has had. */
export function TextEditor({ workshopId, section, timeZone, basedOn, text, history }: Props) {
  const latest = basedOn ?? ''
  const form = useKeptForm(`write-up-${workshopId}-${section}`, { text, basedOn: latest })
  const written = form.values.text !== text
  // The version under the first words that were typed, kept with them: a page shown anew brings later versions.
  const under = written ? form.values.basedOn : latest
  const { act, pending, refused, errorAt } = useAct(WriteWriteUpTextDocument)
  const name = `write-up-${section.toLowerCase()}`
  const heading = WRITE_UP_HEADINGS[section]

  function type(event: ChangeEvent<HTMLTextAreaElement>) {
    form.set('basedOn', under)
    form.field('text').onChange(event)
  }

  async function write(words: string, over: string, said: string) {
    const input = { id: v7(), workshopId, section, text: words, basedOn: over || null }
    if (!(await act({ input }))) return false
    form.clear()
    toast(said)
    return true
  }

  const save = () => write(form.values.text, under, `“${heading}” is saved.`)
  useSavedFirst(name, written, save)

  function send(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  return (
    <section aria-labelledby={`${name}-heading`} className="max-w-prose">
      <h2 id={`${name}-heading`}>{heading}</h2>
      <form onSubmit={send} noValidate className="mt-2 space-y-3">
        <RefusedNote refused={refused} form={name} fields={['text']} />
        <TextAreaField
          id={`${name}-text`}
          label={`Words for “${heading}”`}
          labelHidden
          hint={WRITE_UP_HINTS[section]}
          className="min-h-32"
          error={errorAt('text')}
          {...form.field('text')}
          onChange={type}
        />
        <div className="flex flex-wrap gap-3">
          <Button
            type="submit"
            variant="secondary"
            pending={pending}
            pendingLabel="Saving"
            aria-disabled={!written}
          >
            Save “{heading}”
          </Button>
          {written ? (
            <Button variant="quiet" onClick={form.clear}>
              Throw my changes away
            </Button>
          ) : null}
        </div>
      </form>
      {history.length > 0 ? (
        <Disclosure summary={`${plural(history.length, 'version')} of “${heading}”`} className="mt-2">
          <ol className="space-y-4">
            {history.map((version, at) => (
              <li key={version.id} className="border-s-4 border-line ps-3">
                <p className="text-ink-soft">
                  {momentOf(version.createdAt, timeZone)}
                  {version.authorName ? `, ${version.authorName}` : null}
                  {at === 0 ? ' (as it stands)' : null}
                </p>
                <p className="whitespace-pre-line wrap-anywhere">{version.text || 'Left empty.'}</p>
                {at === 0 ? null : (
                  <Button
                    variant="quiet"
                    pending={pending}
                    onClick={() => write(version.text, latest, `“${heading}” reads as it did before.`)}
                  >
                    Bring this version back
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </section>
  )
}
