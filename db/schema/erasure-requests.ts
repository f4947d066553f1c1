import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from './columns.ts'
import { people } from './people.ts'

/** Somebody is to be erased: asked by themselves or by a facilitator of theirs. Gone with the person. */
export const erasureRequests = pgTable(
  'erasure_requests',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    askedById: uuid().references(() => people.id, { onDelete: 'set null' }),
    reason: text(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.personId)],
)
