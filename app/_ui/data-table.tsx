// biome-ignore-all lint/a11y/noRedundantRoles: changing `display` takes roles away in some browsers
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TABLE_FROM, type TableLook } from './data-table-look.ts'
import { TextLink } from './text-link.tsx'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand under each other. */
  numeric?: boolean
  /** The address at which the table is sorted by this column. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** The header is only read out: buttons say themselves what they do. */
  headerHidden?: boolean
  /** On a phone the cell stands without its header: buttons, or what explains itself. */
  bare?: boolean
}

type Props<Row> = {
  /** Read out before the table; not seen. */
  caption: string
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Many columns, or fields in them: cards up to a laptop's width. */
  wide?: boolean
}

/** A table that becomes a list of cards where there is little room. Roles are written out, for `display` takes them away. */
export function DataTable<Row>({ caption, columns, rows, rowKey, wide = false }: Props<Row>) {
  const look = TABLE_FROM[wide ? 'lg' : 'md']
  return (
    <table role="table" className={classNames('block w-full border-collapse', look.table)}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className={classNames('hidden', look.head)}>
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={classNames('block', look.body)}>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className={classNames(
              'block rounded-card border border-line bg-surface p-4 shadow-card',
              look.row,
            )}
          >
            {columns.map((column, place) => (
              <BodyCell key={column.key} column={column} row={row} names={place === 0} look={look} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, headerHidden, numeric, sortHref, sorted } = column
  const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted}
      className={classNames('px-3 py-2 align-bottom first:ps-0 last:pe-0', numeric && 'text-end')}
    >
      {sortHref ? (
        <TextLink
          href={sortHref}
          scroll={false}
          className={classNames('inline-flex min-h-11 min-w-11 items-center gap-1', numeric && 'justify-end')}
        >
          {header}
          {sorted ? <Arrow aria-hidden className="size-4 shrink-0" /> : null}
        </TextLink>
      ) : (
        <span className={headerHidden ? 'sr-only' : 'inline-flex min-h-11 items-center'}>{header}</span>
      )}
    </th>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; names: boolean; look: TableLook }

function BodyCell<Row>({ column, row, names, look }: CellProps<Row>) {
  const { header, cell, numeric, bare } = column
  if (names) {
    return (
      <th
        role="rowheader"
        scope="row"
        className={classNames('block py-1 font-normal wrap-anywhere md:min-w-40', look.cell)}
      >
        {cell(row)}
      </th>
    )
  }
  return (
    <td
      role="cell"
      className={classNames(
        'py-1',
        bare ? 'block' : 'flex flex-wrap items-baseline justify-between gap-x-4',
        numeric && classNames('tally', look.end),
        look.cell,
      )}
    >
      {bare ? null : <span className={classNames('text-ink-soft', look.label)}>{header}</span>}
      <div>{cell(row)}</div>
    </td>
  )
}
