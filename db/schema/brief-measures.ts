import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { briefs } from './briefs.ts'
import { createdAt } from './columns.ts'
import { testTeams } from './cycles.ts'
import { measures } from './measures.ts'

/** The measures that a brief is followed by. One that a team names is that team's own; the others are everybody's. */
export const briefMeasures = pgTable(
  'brief_measures',
  {
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    measureId: uuid()
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    teamId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.briefId, t.measureId] }),
    index().on(t.measureId),
    index().on(t.teamId),
    foreignKey({
      name: 'brief_measures_team_same_brief',
      columns: [t.teamId, t.briefId],
      foreignColumns: [testTeams.id, testTeams.briefId],
    }).onDelete('cascade'),
  ],
)
