'use client'

import type { FormEvent } from 'react'
import { PLATFORM_ROLES, type PlatformRole } from '#domain/people.ts'
import { LIMITS, readEmail } from '#domain/text.ts'
import { Button } from '../../../../_ui/button.tsx'
import { CheckField } from '../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../_ui/field-group.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { RefusedNote } from '../../../refused-note.tsx'
import { useAct } from '../../../use-act.ts'
import { useKeptForm } from '../../../use-kept-form.ts'
import { PLATFORM_ROLE_HINTS, PLATFORM_ROLE_LABELS } from './platform-roles.ts'
import { InviteStaffDocument } from './staff-page.generated.ts'

/** Invites somebody by e-mail to run workshops. */
export function InviteStaff() {
  const form = useKeptForm('invite-staff', { email: '', name: '', role: 'STAFF' })
  const { act, pending, refused, errorAt } = useAct(InviteStaffDocument)
  const { email, name, role } = form.values

  async function invite(event: FormEvent) {
    event.preventDefault()
    const reading = readEmail(email)
    const done = await act(
      { input: { email, name: name.trim() || null, role: role as PlatformRole } },
      { check: reading.ok ? null : reading.refusal },
    )
    if (!done) return
    form.clear()
    toast(
      done.person.joinedAt
        ? `${done.person.email} now belongs to the staff.`
        : `An invitation is on its way to ${done.person.email}.`,
    )
  }

  return (
    <form onSubmit={invite} noValidate className="mt-3 max-w-prose space-y-6">
      <RefusedNote refused={refused} form="invite" fields={['email', 'name']} />
      <TextField
        id="invite-email"
        type="email"
        label="E-mail address"
        hint="They get a link to sign in with."
        autoComplete="off"
        error={errorAt('email')}
        {...form.field('email')}
      />
      <TextField
        id="invite-name"
        label="Name (optional)"
        autoComplete="off"
        maxLength={LIMITS.displayName * 2}
        error={errorAt('name')}
        {...form.field('name')}
      />
      <FieldGroup legend="What they may do">
        {PLATFORM_ROLES.toReversed().map((value) => (
          <CheckField
            key={value}
            id={`invite-role-${value}`}
            type="radio"
            name="role"
            value={value}
            label={PLATFORM_ROLE_LABELS[value]}
            hint={PLATFORM_ROLE_HINTS[value]}
            checked={role === value}
            onChange={() => form.set('role', value)}
          />
        ))}
      </FieldGroup>
      <Button type="submit" pending={pending} pendingLabel="Inviting">
        Send the invitation
      </Button>
    </form>
  )
}
