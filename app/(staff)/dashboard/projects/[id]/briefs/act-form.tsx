'use client'

import type { OperationVariables } from '@apollo/client'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type ComponentProps, type FormEvent, type ReactNode, useState } from 'react'
import { v7 as newId } from 'uuid'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useSavedFirst } from '../../../../save-first.ts'
import { type Success, useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'

type Values = Record<string, string | boolean>

/** One field of a form: a line, several lines, a day or a box to tick. */
export type FormField = {
  name: string
  label: string
  hint?: string
  kind?: 'line' | 'lines' | 'date' | 'check' | 'email' | 'list'
  /** What a list offers, in groups where they have a name. */
  choices?: readonly Choices[]
}

export type Choices = { group?: string; options: readonly { id: string; label: string }[] }

type Sending = Pick<ReturnType<typeof useKeptForm<Values>>, 'onlyChanged' | 'basedOn'> & {
  /** New for each thing that is made, and the same for each try. */
  id: string
}

type Props<TData, TVariables> = {
  /** Unique on the page: the ids of the fields begin with it, and what is typed is kept under it. */
  form: string
  document: TypedDocumentNode<TData, TVariables>
  saved: Values
  fields: readonly FormField[]
  /** What to send: of a thing that is made, all; of one that is there already, only what was changed. */
  variablesOf: (values: Values, sending: Sending) => TVariables
  button: string
  pendingLabel: string
  told: string
  /** Whether buttons beside the form save it before they act: see `saveFirst`. */
  savedFirst?: boolean
  /** Instead of rendering the page anew. */
  onDone?: (success: Success<TData>) => void
  /** Other fields, above the button. */
  children?: ReactNode
}

/** A form that sends one change. What is typed is kept until it is saved; what is refused is said at its field. */
export function ActForm<TData, TVariables extends OperationVariables>(props: Props<TData, TVariables>) {
  const { form: name, document, saved, fields, variablesOf, button, pendingLabel, told, onDone } = props
  const [id, setId] = useState(() => newId())
  const form = useKeptForm(name, saved)
  const { act, pending, refused, errorAt } = useAct(document)

  async function save() {
    const done = await act(variablesOf(form.values, { ...form, id }), { refresh: onDone === undefined })
    if (!done) return false
    form.clear()
    setId(newId())
    toast(told, { onNextPage: onDone !== undefined })
    onDone?.(done)
    return true
  }
  useSavedFirst(name, (props.savedFirst ?? false) && form.dirty, save)

  function send(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  return (
    <form onSubmit={send} noValidate className="max-w-prose space-y-6">
      <RefusedNote refused={refused} form={name} fields={fields.map((field) => field.name)} />
      <OvertakenNote
        form={form}
        labels={Object.fromEntries(fields.map((field) => [field.name, field.label]))}
      />
      {fields.map(({ name: field, label, hint, kind = 'line', choices = [] }) => {
        const at = { id: `${name}-${field}`, label, hint }
        if (kind === 'check') return <CheckField key={field} {...at} {...form.box(field)} />
        const filled = { ...at, error: errorAt(field), ...form.field(field) }
        if (kind === 'list') return <ListField key={field} {...filled} choices={choices} />
        if (kind === 'lines') return <TextAreaField key={field} {...filled} />
        return <TextField key={field} {...filled} type={kind === 'line' ? 'text' : kind} />
      })}
      {props.children}
      <Button type="submit" pending={pending} pendingLabel={pendingLabel}>
        {button}
      </Button>
    </form>
  )
}

type ListProps = Omit<ComponentProps<typeof SelectField>, 'children'> & { choices: readonly Choices[] }

function ListField({ choices, ...field }: ListProps) {
  return (
    <SelectField {...field}>
      {choices.map(({ group, options }) => {
        const rows = options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))
        return group === undefined ? (
          rows
        ) : (
          <optgroup key={group} label={group}>
            {rows}
          </optgroup>
        )
      })}
    </SelectField>
  )
}
