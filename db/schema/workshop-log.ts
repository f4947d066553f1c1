import { index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { LOGGED_ACTS } from '#domain/workshop-log.ts'
import { createdAt, id } from './columns.ts'
import { people } from './people.ts'
import { workshops } from './workshops.ts'

export const loggedAct = pgEnum('logged_act', LOGGED_ACTS)

/** What was done to other people's words in a workshop: by whom, when and why. Never whose words they were. */
export const workshopLog = pgTable(
  'workshop_log',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    act: loggedAct().notNull(),
    /** The issue, idea or comment that was acted on. No key: the log outlives what it tells of. */
    subjectId: uuid(),
    /** Who acted; the name stays when the person is gone. */
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    reason: text(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.workshopId, t.id)],
)
