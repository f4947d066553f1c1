import { SelectField } from '../../../_ui/select-field.tsx'

type Props = {
  tables: readonly { id: string; code: string; name?: string | null }[]
  tableId: string | null
}

/** Whose post-its a filter shows. */
export function TableChoice({ tables, tableId }: Props) {
  return (
    <SelectField id="table" name="table" label="Table" defaultValue={tableId ?? ''}>
      <option value="">All tables</option>
      {tables.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {name && name !== code ? `${code}: ${name}` : code}
        </option>
      ))}
    </SelectField>
  )
}
