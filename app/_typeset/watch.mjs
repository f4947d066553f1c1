import { writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { workerData } from 'node:worker_threads'

// Watches over a typesetter from a thread of its own: what is being set lets nothing else of its process run.
const { pipe, mostBytes, everyMs } = workerData

// The product holds the other end. It closes with the product, however that ends.
new Socket({ fd: pipe }).on('close', end).on('error', end).resume()

setInterval(() => {
  if (process.memoryUsage.rss() <= mostBytes) return
  writeSync(2, `It takes more than ${Math.round(mostBytes / 1e6)} MB of memory.`)
  end()
}, everyMs)

function end() {
  process.kill(process.pid, 'SIGKILL')
}
