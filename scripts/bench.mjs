// npm run bench: how fast the product is, next to PostGraphile and to the least that any server has to do. Works on a fresh
// clone; what only the benchmark needs is installed in its own folder.
import { buildIfStale } from './build.mjs'
import { install } from './install.mjs'
import { fail, ROOT, say } from './run.mjs'

async function bench() {
  process.chdir(ROOT)
  process.env.NODE_ENV = 'production'
  await install()
  await install('bench')
  await buildIfStale()
  const { register } = await import('tsx/esm/api')
  register()
  const { runBenchmark } = await import('../bench/run.ts')
  process.exit((await runBenchmark(say)) ? 0 : 1)
}

await bench().catch(fail)
