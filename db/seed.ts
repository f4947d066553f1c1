import type { Database } from './client.ts'

/** Loads the workshop of July 2017 into a database that does not have it yet. */
export async function seedOnce(_db: Database): Promise<void> {}
