'use client'

import { useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { Dialog } from '../../../../../_ui/dialog.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import type { SetUpTable } from './set-up-workshop.ts'
import { TableCard } from './table-card.tsx'
import { TableForm } from './table-form.tsx'

type Props = {
  workshopId: string
  tables: readonly SetUpTable[]
  areas: readonly { id: string; name: string }[]
}

/** The tables, each in its colour. */
export function Tables({ workshopId, tables, areas }: Props) {
  const [edited, edit] = useState<SetUpTable | 'NEW' | null>(null)
  return (
    <>
      {tables.length === 0 ? (
        <div className="mt-3">
          <Empty title="No tables yet" headingLevel="h3">
            <p>
              Add a table for each group of people, with a short code such as E1 and the area that it works
              on.
            </p>
          </Empty>
        </div>
      ) : (
        <ul className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {tables.map((table) => (
            <TableCard
              key={table.id}
              workshopId={workshopId}
              table={table}
              areaPlace={areas.findIndex(({ id }) => id === table.area?.id)}
              edit={() => edit(table)}
            />
          ))}
        </ul>
      )}
      <Button className="mt-4" variant="secondary" onClick={() => edit('NEW')}>
        Add a table
      </Button>
      <Dialog
        open={edited !== null}
        onOpenChange={(open) => {
          if (!open) edit(null)
        }}
        title={edited === 'NEW' ? 'Add a table' : `Change table ${edited?.code ?? ''}`}
      >
        <TableForm
          workshopId={workshopId}
          table={edited === 'NEW' ? null : edited}
          taken={tables.map(({ code }) => code)}
          areas={areas}
          done={() => edit(null)}
        />
      </Dialog>
    </>
  )
}
