import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What changed on one day. */
export type Change = { title: string; lines: readonly string[] }

let changes: readonly Change[] | undefined

/** The change log of the contract, the latest first. What stands above its first day is for those who write it. */
export function readChanges(): readonly Change[] {
  changes ??= parse(readFileSync(join(process.cwd(), 'docs', 'partner', 'CHANGELOG.md'), 'utf8'))
  return changes
}

function parse(text: string): Change[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...rest] = section.trim().split('\n')
      return { title, lines: paragraphs(rest.join('\n')) }
    })
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=[-*] )/)
    .map((one) =>
      one
        .trim()
        .replace(/^[-*] /, '')
        .replace(/\s*\n\s*/g, ' '),
    )
    .filter((one) => one !== '')
}
