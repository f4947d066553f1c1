// biome-ignore-all lint/a11y/noRedundantRoles: changing `display` takes roles away in some browsers
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

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
}

/** A table that becomes a list of cards on a phone. Roles are written out, for `display` takes them from a table. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table role="table" className="block w-full border-collapse md:table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="md:table-row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block space-y-4 md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="block rounded-card border border-line bg-surface p-4 shadow-card md:table-row md:rounded-none md:border-x-0 md:bg-transparent md:shadow-none"
          >
            {columns.map((column, place) => (
              <BodyCell key={column.key} column={column} row={row} names={place === 0} />
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
      className={classNames('px-3 py-2 align-bottom first:ps-0 last:pe-0', numeric && 'md:text-end')}
    >
      {sortHref ? (
        <Link href={sortHref} scroll={false} className="inline-flex min-h-11 items-center gap-1">
          {header}
          {sorted ? <Arrow aria-hidden className="size-4 shrink-0" /> : null}
        </Link>
      ) : (
        <span className={headerHidden ? 'sr-only' : 'inline-flex min-h-11 items-center'}>{header}</span>
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  const { header, cell, numeric, bare } = column
  const look = 'px-0 py-1 align-top md:table-cell md:align-middle md:px-3 md:py-3 md:first:ps-0 md:last:pe-0'
  if (names) {
    return (
      <th role="rowheader" scope="row" className={classNames('block font-normal', look)}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td
      role="cell"
      className={classNames(
        bare ? 'block' : 'flex flex-wrap items-baseline justify-between gap-x-4',
        numeric && 'tally md:text-end',
        look,
      )}
    >
      {bare ? null : (
        <span aria-hidden className="text-ink-soft md:hidden">
          {header}
        </span>
      )}
      <div>{cell(row)}</div>
    </td>
  )
}
