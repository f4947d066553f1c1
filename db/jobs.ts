import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Runner, RunnerOptions } from 'graphile-worker'
import { log } from '#log.ts'
import { APPLICATION_NAME, type Database, type Executor } from './client.ts'

/** Work that nobody waits for, kept in the same Postgres by graphile-worker. See docs/decisions/0008-background-work.md. */

/** What does the work of each kind of job. Thrown errors are tried again by the library, later each time. */
export type Tasks = Record<string, (payload: unknown) => Promise<void>>

export type Worker = { stop: () => Promise<void> }

// The last try comes about a day after the first.
const ATTEMPTS = 13
const AFTER_TROUBLE = 5_000
const ABANDONED_AFTER_MINUTES = 3

/** Makes the library's own tables, or brings them up to date. */
export async function migrateJobs(url: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker')
  await runMigrations(await options(url, {}))
}

/**
 * Has work done once the transaction it is asked in has succeeded: nothing is sent of what was not saved. At once, or
 * when so many seconds have gone by.
 */
export async function addJobs(
  tx: Executor,
  task: string,
  payloads: readonly object[],
  inSeconds = 0,
): Promise<void> {
  if (payloads.length === 0) return
  await tx.execute(sql`
    select graphile_worker.add_job(${task}::text, payload := p.value, max_attempts := ${ATTEMPTS}::int,
      run_at := now() + make_interval(secs => ${inSeconds}::float8))
    from json_array_elements(${JSON.stringify(payloads)}::json) p`)
}

/** Takes away what failed for the last time: its payload may hold an address. Its error stands in the log. */
export async function forgetFailedJobs(url: string): Promise<void> {
  const { makeWorkerUtils } = await import('graphile-worker')
  const utils = await makeWorkerUtils(await options(url, {}))
  await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] }).finally(() => utils.release())
}

/**
 * Lets go of what a process began and did not end because it died: somebody takes it up again. Every task is over
 * within two minutes, since each statement, mail and request it makes has a time limit of seconds.
 */
export async function releaseAbandonedJobs(db: Database): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
    where locked_at < now() - make_interval(mins => ${ABANDONED_AFTER_MINUTES}) having count(*) > 0`)
}

/** The tasks that begin by themselves. */
export type Clock = { hourly: readonly string[]; everyMinute: readonly string[] }

/** Works until it is stopped, through restarts of Postgres. */
export function startWorker(url: string, tasks: Tasks, clock: Clock): Worker {
  const stopping = new AbortController()
  let runner: Runner | undefined
  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        runner = await begin(url, tasks, clock)
        // Asked to stop while it was beginning.
        if (stopping.signal.aborted) await runner.stop()
        await runner.promise
      } catch (err) {
        log.error({ err }, 'background work was interrupted')
        await wait(AFTER_TROUBLE, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }
  const done = work()
  return {
    async stop() {
      stopping.abort()
      await runner?.stop().catch(() => {})
      await done
    },
  }
}

async function begin(url: string, tasks: Tasks, { hourly, everyMinute }: Clock): Promise<Runner> {
  const { parseCronItems, run } = await import('graphile-worker')
  const parsedCronItems = parseCronItems([
    // Not on the hour, when everybody's machines are busy. What was missed while nothing ran is due an hour later as well.
    ...hourly.map((task) => ({ task, match: '7 * * * *', options: { backfillPeriod: 0 } })),
    // What fails is due a minute later as well, so that it is not tried again besides.
    ...everyMinute.map((task) => ({
      task,
      match: '* * * * *',
      options: { backfillPeriod: 0, maxAttempts: 1 },
    })),
  ])
  return run({ ...(await options(url, tasks)), parsedCronItems })
}

async function options(url: string, taskList: Tasks): Promise<RunnerOptions> {
  const { Logger } = await import('graphile-worker')
  const named = new URL(url)
  named.searchParams.set('application_name', APPLICATION_NAME)
  return {
    connectionString: named.href,
    maxPoolSize: 3,
    // Partners' hosts may let us wait; the others' work goes on beside that.
    concurrency: 3,
    pollInterval: 5_000,
    taskList,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log[LEVELS[level] ?? 'info'](message)),
  }
}

// Every finished job is news to the library, not to the log.
const LEVELS: Record<string, 'error' | 'warn' | 'debug'> = {
  error: 'error',
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
}
