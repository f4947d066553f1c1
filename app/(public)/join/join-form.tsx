'use client'

import { useActionState } from 'react'
import { FormErrorSummary } from '../../_ui/form-error-summary.tsx'
import { SubmitButton } from '../../_ui/submit-button.tsx'
import { TextField } from '../../_ui/text-field.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { type JoinState, joinWorkshop } from './actions.ts'

type Props = {
  code: string
  /** Whether the code came from a QR code: then nobody types or reads it. */
  scanned: boolean
  displayName: string
  /** The most characters that a name may have; not imported here, since the rules for text bring zod along. */
  nameLimit: number
}

/** Room code, unless it was scanned, and name. Works without JavaScript; what was typed stays after a refusal. */
export function JoinForm({ code, scanned, displayName, nameLimit }: Props) {
  const [state, join] = useActionState<JoinState, FormData>(joinWorkshop, {
    code,
    displayName,
    errors: [],
  })
  const { errors } = state
  const errorAt = (name: string) => errors.find(({ field }) => field === name)?.message ?? null
  return (
    <>
      <FormErrorSummary
        key={errors.map(({ message }) => message).join(' ')}
        errors={errors.map(({ message, field }) => ({ message, fieldId: field }))}
      />
      <form action={join} noValidate className="space-y-6">
        {scanned ? (
          <p id="code">
            <input type="hidden" name="code" value={code} />
            The QR code was read. <TextLink href="/join">Type a room code instead</TextLink>
          </p>
        ) : (
          <TextField
            id="code"
            name="code"
            label="Room code"
            hint="Six letters and digits, on the screen or the sheet in the room."
            error={errorAt('code')}
            defaultValue={state.code}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="next"
            className="tally tracking-widest uppercase"
          />
        )}
        <TextField
          id="displayName"
          name="displayName"
          label="Your name"
          hint="As the others in the room know you. You need no account and no e-mail address."
          error={errorAt('displayName')}
          defaultValue={state.displayName}
          required
          // Twice the limit: who pastes too much is told so, and loses nothing.
          maxLength={nameLimit * 2}
          autoComplete="name"
          enterKeyHint="go"
        />
        <SubmitButton pendingLabel="Joining">Join the workshop</SubmitButton>
      </form>
    </>
  )
}
