import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Everything that lies in some folders, byte for byte, as whoever took the disks away would have it. */
export async function readRawFiles(folders: readonly string[]): Promise<{ path: string; bytes: Buffer }[]> {
  const files = []
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile()) files.push({ path, bytes: await readFile(path) })
    }
  }
  return files
}

/** The ways in which some bytes can be written down: as they are, and as text. */
export function writtenAs(bytes: Uint8Array): Buffer[] {
  const given = Buffer.from(bytes)
  const hex = given.toString('hex')
  const texts = [hex, hex.toUpperCase(), given.toString('base64'), given.toString('base64url')]
  return [given, ...texts.map((text) => Buffer.from(text.replace(/=+$/, '')))]
}

/** The bytes of an id, and the id as text. */
export function writtenId(id: string): Buffer[] {
  return [Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(id)]
}

/** Where some bytes begin in others. */
export function placesOf(needles: readonly Buffer[], bytes: Buffer): number[] {
  const places = []
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) places.push(at)
  }
  return places
}
