import type { ExampleQuery } from './example-queries.ts'

/** The same question in the languages of those who ask. */
export type CodeExample = { key: string; title: string; before: string; code: string }

const endpoint = (origin: string) => `${origin}/api/graphql`
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

/** The first query in every language of the page. All read the token from the environment but Power Query, which has none. */
export function firstQueryExamples(origin: string, { query }: ExampleQuery): CodeExample[] {
  const url = endpoint(origin)
  return [
    {
      key: 'curl',
      title: 'curl',
      before: 'In a terminal on macOS or Linux, or in WSL on Windows:',
      code: `curl -sS ${url} \\
  -H "Authorization: Bearer $QLAB_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d @- <<'JSON'
${JSON.stringify({ query: oneLine(query) })}
JSON`,
    },
    {
      key: 'javascript',
      title: 'JavaScript',
      before: 'Node.js 20 or newer, nothing to install. Save as first.mjs and run it with node first.mjs:',
      code: `const query = \`
${query}\`

const response = await fetch('${url}', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.QLAB_TOKEN}\`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query }),
})
const { data, errors } = await response.json()
if (errors) throw new Error(errors[0].message)

for (const { rank, dots, option } of data.workshop.rounds[0].result.rows) {
  console.log(rank ?? '-', dots ?? 'no figure', option.title)
}`,
    },
    {
      key: 'python',
      title: 'Python',
      before: 'Python 3, nothing to install. Save as first.py and run it with python3 first.py:',
      code: `import json, os, urllib.request

query = """
${query}
"""

request = urllib.request.Request(
    "${url}",
    data=json.dumps({"query": query}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["QLAB_TOKEN"],
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if answer.get("errors"):
    raise SystemExit(answer["errors"][0]["message"])

for row in answer["data"]["workshop"]["rounds"][0]["result"]["rows"]:
    print(row["rank"], row["dots"], row["option"]["title"])`,
    },
    {
      key: 'power-query',
      title: 'Excel and Power BI',
      before:
        'In Excel: Data, Get Data, From Other Sources, Blank Query, then Advanced Editor. Paste this and put your token in. When Excel asks how to sign in, choose Anonymous: the token travels in the header.',
      code: `let
  Token = "paste your token here",
  Query = "${oneLine(query).replaceAll('"', '""')}",
  Answer = Json.Document(
    Web.Contents("${origin}", [
      RelativePath = "api/graphql",
      Headers = [
        Authorization = "Bearer " & Token,
        #"Content-Type" = "application/json"
      ],
      Content = Json.FromValue([query = Query])
    ])
  ),
  Rows = Answer[data][workshop][rounds]{0}[result][rows],
  Result = Table.FromRecords(
    List.Transform(Rows, each [Rank = [rank], Dots = [dots], Issue = [option][title]])
  )
in
  Result`,
    },
  ]
}

/** Follows the cursors of one list to its end. */
export function pagingExample(origin: string, { query }: ExampleQuery): string {
  return `const query = \`
${query}\`

async function ask(variables) {
  const response = await fetch('${endpoint(origin)}', {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${process.env.QLAB_TOKEN}\`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  })
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get('retry-after') ?? 5)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    return ask(variables)
  }
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors[0].message)
  return data
}

const workshops = []
let after = null
do {
  const { publishedWorkshops: page } = await ask({ after })
  workshops.push(...page.edges.map(({ node }) => node))
  after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
} while (after !== null)
console.log(workshops.length, 'workshops')`
}

/** A question by GET, which need not be answered twice. */
export function cachingExample(origin: string): string {
  return `curl -sS -i -G ${endpoint(origin)} \\
  -H "Authorization: Bearer $QLAB_TOKEN" \\
  -H 'If-None-Match: W/"the ETag of the last answer"' \\
  --data-urlencode 'query={ publishedWorkshops { totalCount } }'`
}
