import Form from 'next/form'
import { SEAT_ROLE_LABELS, SEAT_ROLES } from '#domain/seats.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { SubmitButton } from '../../../../../_ui/submit-button.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import type { SeatSearch } from './seat-search.ts'
import type { SeatTable } from './seats.ts'

type Props = { action: string; chosen: SeatSearch; tables: readonly SeatTable[] }

/** Whom to show. The address holds the answer. */
export function SeatFilter({ action, chosen, tables }: Props) {
  return (
    <Form
      // Fields that the address filled belong to that address.
      key={JSON.stringify(chosen)}
      action={action}
      scroll={false}
      role="search"
      aria-label="People"
      className="mb-4 grid grid-cols-2 gap-4 lg:flex lg:items-end"
    >
      <div className="max-lg:col-span-2">
        <TextField
          id="search"
          name="search"
          type="search"
          label="Name or e-mail"
          defaultValue={chosen.search}
        />
      </div>
      <SelectField id="role" name="role" label="Role" defaultValue={chosen.role}>
        <option value="">All roles</option>
        {SEAT_ROLES.map((role) => (
          <option key={role} value={role}>
            {SEAT_ROLE_LABELS[role]}
          </option>
        ))}
      </SelectField>
      <SelectField id="table" name="table" label="Table" defaultValue={chosen.table}>
        <option value="">All tables</option>
        {tables.map(({ id, code }) => (
          <option key={id} value={id}>
            {code}
          </option>
        ))}
      </SelectField>
      <SelectField id="joined" name="joined" label="Has come" defaultValue={chosen.joined}>
        <option value="">All</option>
        <option value="yes">Joined</option>
        <option value="no">Invited</option>
      </SelectField>
      <div className="self-end">
        <SubmitButton variant="secondary" pendingLabel="Looking">
          Show people
        </SubmitButton>
      </div>
    </Form>
  )
}
