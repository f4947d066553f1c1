/** From which width on the rows are rows; below it they are cards. Tailwind reads these names, so they stand in full. */
export const TABLE_FROM = {
  md: {
    table: 'md:table',
    head: 'md:table-header-group',
    body: 'space-y-4 md:table-row-group md:space-y-0',
    row: 'md:table-row md:rounded-none md:border-x-0 md:bg-transparent md:shadow-none',
    cell: 'md:table-cell md:px-3 md:py-3 md:align-middle md:first:ps-0 md:last:pe-0',
    label: 'md:hidden',
    end: 'md:text-end',
  },
  lg: {
    table: 'lg:table',
    head: 'lg:table-header-group',
    body: 'space-y-4 md:grid md:grid-cols-2 md:gap-4 md:space-y-0 lg:table-row-group',
    row: 'lg:table-row lg:rounded-none lg:border-x-0 lg:bg-transparent lg:shadow-none',
    cell: 'lg:table-cell lg:px-3 lg:py-3 lg:align-middle lg:first:ps-0 lg:last:pe-0',
    label: 'lg:hidden',
    end: 'lg:text-end',
  },
} as const

export type TableLook = (typeof TABLE_FROM)[keyof typeof TABLE_FROM]
