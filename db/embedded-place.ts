import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isReachableByAll, ownedFolder } from './embedded-user.ts'

const POINTER = 'database-is-elsewhere.txt'
const OWNER = 'belongs-to'

/**
 * The folder for the server's files: inside the data folder, unless we are root and the folder is closed to the
 * account that Postgres runs under. Once there is a database, it stays where it is.
 */
export function placeFor(inside: string, asAnotherUser: boolean): string {
  const here = join(inside, 'postgres')
  const place = existsSync(here) || !asAnotherUser ? here : (elsewhere(inside) ?? newPlace(inside, here))
  ownedFolder(place)
  return place
}

function newPlace(inside: string, here: string): string {
  if (isReachableByAll(inside)) return here
  // Not /var/tmp, which systems empty of files that have not been read for a month.
  const parent = existsSync('/var/lib') ? '/var/lib' : '/var/tmp'
  const place = join(parent, `qlab-workshops-${randomBytes(6).toString('hex')}`)
  const lines = [
    'PostgreSQL does not run as root, and no other account may enter this folder.',
    'So the database that belongs here is kept in:',
    place,
  ]
  ownedFolder(place)
  writeFileSync(join(place, OWNER), inside)
  writeFileSync(join(inside, POINTER), `${lines.join('\n')}\n`)
  return place
}

/** The place that the note names. A moved folder keeps its database; a copied folder leaves it to the original. */
function elsewhere(inside: string): string | undefined {
  const pointer = join(inside, POINTER)
  const place = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim().split('\n').at(-1) : undefined
  if (place === undefined || !existsSync(join(place, OWNER))) return undefined
  const owner = readFileSync(join(place, OWNER), 'utf8')
  if (owner !== inside && existsSync(owner)) return undefined
  writeFileSync(join(place, OWNER), inside)
  return place
}
