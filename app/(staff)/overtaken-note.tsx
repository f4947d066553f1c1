'use client'

import { Button } from '../_ui/button.tsx'
import { Notice } from '../_ui/notice.tsx'
import type { Overtaken } from './use-kept-form.ts'

type Props = {
  form: {
    values: Record<string, string | boolean>
    overtaken: readonly Overtaken[]
    keepMine: () => void
    takeTheirs: () => void
  }
  /** What each field of the form is called. */
  labels: Record<string, string>
  /** What a value is called, where the form holds an id for it. */
  say?: (name: string, value: string | boolean) => string | undefined
}

const ANSWERS = new Map<unknown, string>([
  [true, 'Yes'],
  [false, 'No'],
])

/** Both versions of what two people have changed at once, and which of them stays. */
export function OvertakenNote({ form, labels, say }: Props) {
  if (form.overtaken.length === 0) return null
  const words = (name: string, value: string | boolean | undefined) =>
    say?.(name, value ?? '') ?? ANSWERS.get(value) ?? (String(value ?? '') || 'Nothing')
  return (
    <Notice kind="warning" role="alert" title="Somebody else changed this while you were writing">
      <dl className="mt-2 space-y-4">
        {form.overtaken.map(({ name, theirs }) => (
          <div key={name}>
            <dt className="font-bold">{labels[name] ?? name}</dt>
            <dd className="mt-1 grid gap-3 sm:grid-cols-2">
              <Version title="Saved now" words={words(name, theirs)} />
              <Version title="Yours" words={words(name, form.values[name])} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button variant="secondary" onClick={form.keepMine}>
          Keep mine
        </Button>
        <Button variant="secondary" onClick={form.takeTheirs}>
          Use what is saved now
        </Button>
      </div>
    </Notice>
  )
}

function Version({ title, words }: { title: string; words: string }) {
  return (
    <div className="border-s-4 border-line-strong ps-3">
      <p className="text-ink-soft">{title}</p>
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {words}
      </p>
    </div>
  )
}
