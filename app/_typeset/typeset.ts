import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { FONT_FAMILIES, FONT_FOLDERS } from './font-files.ts'

// Twice what the longest report takes. With more the process ends, and the machine is left to everybody else.
const MOST_BYTES = 2_000_000_000
// Ten times what the longest report takes: nothing is worked on for ever.
const LONGEST = 120_000

// The longest report takes 1 GB while it is set: of each kind, one is set at a time.
const turns: Record<Document['format'], Promise<void>> = { pdf: Promise.resolve(), svg: Promise.resolve() }

type Document = {
  format: 'pdf' | 'svg'
  /** Where the document lies, from where the product was installed. */
  folder: string
  /** The document itself, which reads what it sets from data.json. */
  main: string
  /** What it sets: words of people are strings in it, and never markup. */
  data: object
}

/**
 * A document set by Typst. It is set in a process of its own, so that a long one holds up no request, gives its memory
 * back when it is done, takes no more than it may, ends with the product, and cannot take the product with it.
 */
export async function* typeset(
  document: Document,
  mostBytes: number = MOST_BYTES,
): AsyncGenerator<Uint8Array> {
  const before = turns[document.format]
  let done = () => {}
  turns[document.format] = new Promise((resolve) => {
    done = resolve
  })
  try {
    await before
    yield* run(document, mostBytes)
  } finally {
    done()
  }
}

async function* run({ format, folder, main, data }: Document, mostBytes: number): AsyncGenerator<Uint8Array> {
  const program = join(process.cwd(), 'app', '_typeset', 'typeset.mjs')
  const args = [program, `${mostBytes}`, format, join(process.cwd(), folder), main, ...FONT_FOLDERS]
  // The fourth pipe carries nothing. It closes when this process ends, also by being killed, and so does the child then.
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'] as const
  const child = spawn(process.execPath, args, { stdio: [...stdio], timeout: LONGEST })
  try {
    const ended = once(child, 'close')
    const complaint = text(child.stderr)
    // A process that ends early says why on stderr, and closes what is written to.
    child.stdin.on('error', () => {})
    Readable.from([JSON.stringify({ fonts: FONT_FAMILIES, ...data })]).pipe(child.stdin)
    yield* child.stdout
    const [code] = await ended
    if (code !== 0) throw new Error(`${main} could not be set: ${await complaint}`)
  } finally {
    child.kill('SIGKILL')
  }
}
