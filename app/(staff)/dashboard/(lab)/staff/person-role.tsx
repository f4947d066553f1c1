'use client'

import { useOptimistic } from 'react'
import { PLATFORM_ROLES, type PlatformRole } from '#domain/people.ts'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { useAct } from '../../../use-act.ts'
import { PLATFORM_ROLE_LABELS } from './platform-roles.ts'
import { ChangePlatformRoleDocument } from './staff-page.generated.ts'

type Props = { personId: string; who: string; role: PlatformRole }

/** What somebody may do, changed on the spot and undone from the message. */
export function PersonRole({ personId, who, role }: Props) {
  const { act, refused } = useAct(ChangePlatformRoleDocument)
  const [shown, show] = useOptimistic(role)

  async function change(to: PlatformRole) {
    const done = await act({ personId, role: to }, { optimistic: () => show(to) })
    if (!done) return
    toast(`${who} is now ${to === 'ADMIN' ? 'an administrator' : 'staff'}.`, {
      action: { label: 'Undo', run: () => void act({ personId, role }, { optimistic: () => show(role) }) },
    })
  }

  return (
    <SelectField
      id={`role-${personId}`}
      label={`Role of ${who}`}
      labelHidden
      className="min-w-36 max-lg:max-w-48"
      value={shown}
      error={refused?.message}
      onChange={(event) => change(event.target.value as PlatformRole)}
    >
      {PLATFORM_ROLES.map((value) => (
        <option key={value} value={value}>
          {PLATFORM_ROLE_LABELS[value]}
        </option>
      ))}
    </SelectField>
  )
}
