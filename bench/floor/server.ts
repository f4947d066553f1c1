// The floor: node:http, one statement, one JSON.stringify. What any server for these questions has to do at the least.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import postgres from 'postgres'
import { arrange, findBoard } from './board.ts'
import { pageOfIssues, pageOfWorkshops } from './crawl.ts'
import { rank } from './ranking.ts'
import { findResult, listWorkshops, moveDot } from './statements.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', {
  max: Number(process.env.DATABASE_POOL),
  prepare: true,
})

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    response.writeHead(500).end()
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')

process.once('SIGTERM', async () => {
  server.close()
  server.closeAllConnections()
  await sql.end()
  process.exit(0)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, question, id = '', after = ''] = (request.url ?? '').split('/').map(decodeURIComponent)
  if (question === 'published') {
    const shown = readToken(request.headers.authorization ?? '')
    const page = id === '' ? pageOfWorkshops(sql, shown, after) : pageOfIssues(sql, shown, id, after)
    return send(response, { data: await page })
  }
  const tokenHash = hashOf(request.headers.cookie ?? '')
  if (question === 'result') {
    const figures = await findResult(sql, tokenHash, id)
    send(response, figures && { data: { round: rank(figures) } })
  } else if (question === 'board') {
    const board = await findBoard(sql, tokenHash, id)
    send(response, board && { data: { workshop: arrange(board) } })
  } else if (question === 'workshops') {
    const rows = await listWorkshops(sql, tokenHash)
    send(response, { data: { workshops: { edges: rows.map((node) => ({ node })) } } })
  } else {
    const { workshopId, optionId } = JSON.parse(await bodyOf(request))
    const moved = await moveDot(sql, tokenHash, { workshopId, optionId, cast: question === 'cast' })
    send(response, moved && { data: { move: { optionId, ...moved } } })
  }
}

function hashOf(cookie: string): string {
  return hash(cookie.slice(cookie.indexOf('=') + 1))
}

function readToken(header: string): { prefix: string; secretHash: string } {
  const at = 'Bearer qlab_'.length
  return { prefix: header.slice(at, at + 12), secretHash: hash(header.slice(at + 13)) }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (piece) => {
      text += piece
    })
    request.on('end', () => resolve(text))
  })
}

function send(response: ServerResponse, body: object | null): void {
  const text = JSON.stringify(body)
  response.writeHead(body === null ? 404 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
