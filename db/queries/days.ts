// Which day it is, is a question of where: days follow the time zone of the workshop or the project, never the server's.
import { DEFAULT_TIME_ZONE } from '#domain/workshops.ts'

/** Today in the time zone that an SQL expression names. */
export function todayIn(zone: string): string {
  return `(now() at time zone ${zone})::date`
}

/** The time zone of the project that an SQL expression names: that of its latest workshop. Without one, the Lab's own. */
export function zoneOfProject(projectId: string): string {
  return `coalesce((select z.time_zone from workshops z where z.project_id = ${projectId} and z.deleted_at is null
    order by z.starts_on desc, z.id desc limit 1), '${DEFAULT_TIME_ZONE}')`
}

/** The time zone of the project of the brief that an SQL expression names. */
export function zoneOfBrief(briefId: string): string {
  return zoneOfProject(`(select b.project_id from briefs b where b.id = ${briefId})`)
}
