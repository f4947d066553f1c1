import { v7 as newId } from 'uuid'
import { ownerOnPage } from '../../../../../../../_ui/own-storage.ts'

// Somebody else who signs in in this tab sends a file of their own.
function keyOfPerson(): string {
  return `ballot-import:${ownerOnPage()?.person ?? ''}`
}

/**
 * The id under which a file is sent. The same file with the same settings keeps it for as long as the tab is open, so
 * that sending it again after a lost connection or a reload goes on where it stopped.
 */
export function importIdOf(roundId: string, settings: string, file: File): string {
  const signature = [roundId, settings, file.name, file.size, file.lastModified].join('|')
  const kept = read()
  if (kept?.signature === signature) return kept.id
  const id = newId()
  write({ signature, id })
  return id
}

/** Forgets the file: it was added, or another one is wanted. */
export function forgetImport(): void {
  try {
    sessionStorage.removeItem(keyOfPerson())
  } catch {
    // Without storage there is nothing to forget.
  }
}

type Kept = { signature: string; id: string }

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOfPerson()) ?? 'null')
  } catch {
    return null
  }
}

function write(kept: Kept): void {
  try {
    sessionStorage.setItem(keyOfPerson(), JSON.stringify(kept))
  } catch {
    // Sending goes on all the same; only a reload begins anew.
  }
}
