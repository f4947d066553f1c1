import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// node typeset.mjs <most bytes of memory> <pdf or svg> <folder> <document in it> <folders of fonts …>: data as JSON comes
// in, the file goes out. The fourth pipe says that the product is there.
const [mostBytes, format, workspace, main, ...fontPaths] = process.argv.slice(2)
const workerData = { pipe: 3, mostBytes: Number(mostBytes), everyMs: 100 }
new Worker(new URL('watch.mjs', import.meta.url), { workerData }).unref()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
compiler.mapShadow(join(workspace, 'data.json'), await buffer(process.stdin))
const compiled = compiler.compile({ mainFileContent: readFileSync(join(workspace, main), 'utf8') })
if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
const file = format === 'pdf' ? printPdf(compiled.result) : compiler.plainSvg(compiled.result)
await new Promise((done) => process.stdout.write(file, done))

// PDF/UA forbids a letter that no font has. A document with such a letter is tagged all the same, and shows a box for it.
function printPdf(document) {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!String(error).includes('could not be displayed with font')) throw error
    return compiler.pdf(document, { pdfStandard: '1.7' })
  }
}
