import autocannon from 'autocannon'

/**
 * Sends each connection's requests over and over for some seconds, the next when the last is answered. Any answer but a
 * good one is an error: fast refusals are no speed.
 */
export async function load(url, volley, seconds) {
  const times = []
  const answered = volley.map(() => 0)
  const started = new Map()
  let first
  let last
  const run = autocannon({
    url,
    connections: volley.length,
    duration: seconds,
    setupClient(client) {
      const connection = started.size
      started.set(client, connection)
      client.setRequests(volley[connection])
    },
  })
  run.on('response', (client, status, _bytes, milliseconds) => {
    if (status !== 200) return
    last = performance.now()
    first ??= last
    times.push(milliseconds)
    answered[started.get(client)] += 1
  })
  const { errors, timeouts, non2xx } = await run
  const failed = errors + timeouts + non2xx
  if (failed > 0 || times.length === 0) throw new Error(`${url}: ${failed} requests failed.`)
  times.sort((a, b) => a - b)
  const rps = times.length / ((last - first) / 1000)
  return { rps, p50: quantile(times, 0.5), p99: quantile(times, 0.99), answered }
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
