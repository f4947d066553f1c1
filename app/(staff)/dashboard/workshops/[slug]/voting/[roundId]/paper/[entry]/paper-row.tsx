import type { ComponentProps } from 'react'
import { TextField } from '../../../../../../../../_ui/text-field.tsx'
import type { RoundView } from '../../load-round.ts'

type Props = {
  option: RoundView['options'][number]
  error: string | null
  field: Pick<ComponentProps<'input'>, 'name' | 'value' | 'onChange'>
}

/** One issue of the ballot with the box for its figure. */
export function PaperRow({ option, error, field }: Props) {
  const { id, position, title, tableCodes } = option
  return (
    <li className="flex items-center justify-between gap-4 py-2">
      <p className="min-w-0 flex-1">
        <span className="tally font-bold">{position}.</span> {title}{' '}
        <span className="text-ink-soft">{tableCodes.join(', ')}</span>
      </p>
      <TextField
        id={`paper-${id}`}
        inputMode="numeric"
        autoComplete="off"
        label={`Dots on paper for ${position}, ${title}`}
        labelHidden
        error={error}
        className="tally w-24! text-end"
        {...field}
      />
    </li>
  )
}
