'use client'

import { useState } from 'react'
import { SelectField } from '../../../../../../../_ui/select-field.tsx'
import { ActForm } from '../../act-form.tsx'
import { AddDriverDocument } from './brief.generated.ts'

type Props = { briefId: string; parents: readonly { id: string; text: string }[] }

/** A primary driver, or a secondary one below it. */
export function AddDriver({ briefId, parents }: Props) {
  const [parentId, setParentId] = useState('')
  return (
    <ActForm
      form={`driver-${briefId}`}
      document={AddDriverDocument}
      saved={{ text: '' }}
      fields={[{ name: 'text', label: 'Driver', hint: 'What has to be true for the aim to be reached.' }]}
      variablesOf={({ text }, { id }) => ({
        input: { id, briefId, text: String(text), parentId: parentId || null },
      })}
      button="Add the driver"
      pendingLabel="Adding"
      told="The driver is added."
    >
      <SelectField
        id="driver-parent"
        label="Where it stands"
        value={parentId}
        onChange={({ target }) => setParentId(target.value)}
      >
        <option value="">A primary driver</option>
        {parents.map(({ id, text }) => (
          <option key={id} value={id}>
            Below: {text}
          </option>
        ))}
      </SelectField>
    </ActForm>
  )
}
