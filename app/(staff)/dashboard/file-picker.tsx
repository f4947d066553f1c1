'use client'

import { useState } from 'react'
import { type DecodedFile, decodeFile } from '#domain/encodings.ts'
import { Field } from '../../_ui/field.tsx'

type Props = {
  id: string
  label: string
  hint?: string
  accept: string
  error?: string | null
  onText: (file: DecodedFile & { file: File }) => void
}

/** Reads a file's bytes in the browser, tells how its letters are written, and hands the words on. */
export function FilePicker({ id, label, hint, accept, error, onText }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null)

  async function read(file: File | undefined) {
    if (!file) return
    try {
      const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()))
      if ('code' in decoded) return setTrouble(decoded.message)
      onText({ ...decoded, file })
      setTrouble(null)
    } catch {
      setTrouble(`“${file.name}” cannot be read. Choose it again, or another file.`)
    }
  }

  return (
    <Field id={id} label={label} hint={hint} error={trouble ?? error}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          onChange={(event) => read(event.target.files?.[0])}
          className="block min-h-11 w-full cursor-pointer text-body file:me-3 file:min-h-11 file:cursor-pointer file:rounded-card file:border file:border-line-strong file:bg-surface file:px-4 file:font-bold file:text-ink hover:file:border-accent"
        />
      )}
    </Field>
  )
}
