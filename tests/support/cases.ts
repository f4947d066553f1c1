import { readdirSync, readFileSync } from 'node:fs'
import { decodeFile, type Encoding } from '#domain/encodings.ts'

/** A file of tests/cases, its bytes read as the browser reads them. */
export function caseFile(name: string): { encoding: Encoding; text: string } {
  const file = decodeFile(readFileSync(new URL(`../cases/${name}`, import.meta.url)))
  if ('code' in file) throw new Error(file.message)
  return file
}

/** The cases of one kind, by how their names start. */
export function casesOf(...kinds: string[]): string[] {
  return readdirSync(new URL('../cases/', import.meta.url)).filter((name) =>
    kinds.some((kind) => name.startsWith(`${kind}-`)),
  )
}

/** What was read, which must not be a refusal of the whole file. */
export function readable<Done extends object>(done: Done): Exclude<Done, { message: string }> {
  if ('message' in done) throw new Error(String(done.message))
  return done as Exclude<Done, { message: string }>
}

/** The numbers of refused lines. */
export function linesOf(refused: readonly { line: number }[]): number[] {
  return refused.map(({ line }) => line)
}
