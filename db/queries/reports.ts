import type { ReportRow } from '#db/schema/critiques.ts'

export type ReportView = ReportRow
