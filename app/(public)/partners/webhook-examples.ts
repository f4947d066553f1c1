import { bodyOf } from '#domain/webhooks.ts'

/** A message as it is sent: to look at, not to copy. */
export const EXAMPLE_MESSAGE = `POST /qlab HTTP/1.1
host: data.example.org
content-type: application/json
webhook-id: 0198a0c4-7c1e-7b53-9d4e-3f0a5b1c2d6e
webhook-timestamp: 1783936920
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

${JSON.stringify(
  JSON.parse(
    bodyOf(
      {
        event: 'CONTENT_CHANGED',
        workshopIds: ['01890000-0000-7000-8000-000000000001'],
        projectIds: ['01890000-0000-7000-8000-000000000002'],
      },
      new Date('2026-07-13T10:02:00Z'),
    ),
  ),
  null,
  2,
)}`

/** A whole receiver, without anything to install. */
export const NODE_RECEIVER = `import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const key = Buffer.from(process.env.QLAB_WEBHOOK_SECRET.replace('whsec_', ''), 'base64')

function isFromTheLab(headers, body) {
  const id = headers['webhook-id']
  const sentAt = headers['webhook-timestamp']
  const given = headers['webhook-signature'] ?? ''
  // An old message may be one that somebody has recorded.
  if (!(Math.abs(Date.now() / 1000 - Number(sentAt)) < 300)) return false
  const hash = createHmac('sha256', key).update(\`\${id}.\${sentAt}.\${body}\`).digest('base64')
  const expected = Buffer.from(\`v1,\${hash}\`)
  return given.split(' ').some((one) => {
    const shown = Buffer.from(one)
    return shown.length === expected.length && timingSafeEqual(shown, expected)
  })
}

const server = createServer(async (request, response) => {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  const body = Buffer.concat(pieces).toString()
  const genuine = isFromTheLab(request.headers, body)
  // Answer first: after ten seconds the message would be sent again.
  response.writeHead(genuine ? 204 : 401).end()
  if (!genuine) return
  const { type, data } = JSON.parse(body)
  console.log(request.headers['webhook-id'], type, data.workshopIds, data.projectIds)
})
server.listen(Number(process.env.PORT ?? 8080))`

/** The same in Python. */
export const PYTHON_RECEIVER = `import base64, hashlib, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, HTTPServer

KEY = base64.b64decode(os.environ["QLAB_WEBHOOK_SECRET"].removeprefix("whsec_"))


def is_from_the_lab(headers, body):
    sent_at = headers.get("webhook-timestamp", "")
    # An old message may be one that somebody has recorded.
    if not sent_at.isdigit() or abs(time.time() - int(sent_at)) > 300:
        return False
    signed = f"{headers.get('webhook-id')}.{sent_at}.".encode() + body
    digest = hmac.new(KEY, signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    given = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(expected.encode(), one.encode()) for one in given)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        genuine = is_from_the_lab(self.headers, body)
        # Answer first: after ten seconds the message would be sent again.
        self.send_response(204 if genuine else 401)
        self.end_headers()
        if genuine:
            message = json.loads(body)
            print(self.headers["webhook-id"], message["type"], message["data"], flush=True)


HTTPServer(("", int(os.environ.get("PORT", "8080"))), Receiver).serve_forever()`
