import { COPY_QUERIES, inOneLine } from './copy-queries.ts'

/** Makes a copy in the file copy.json, and each time it is run again brings it up to date. */
export function copyInJavaScript(origin: string): string {
  const queries = Object.entries(COPY_QUERIES).map(([name, query]) => `  ${name}: \`${inOneLine(query)}\`,`)
  return `import { readFile, writeFile } from 'node:fs/promises'

const QUERIES = {
${queries.join('\n')}
}

async function ask(name, variables) {
  const response = await fetch('${origin}/api/graphql', {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${process.env.QLAB_TOKEN}\`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: QUERIES[name], variables }),
  })
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get('retry-after') ?? 5)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    return ask(name, variables)
  }
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors[0].message)
  return data
}

// All rows of a list, page by page.
async function list(name, variables, find) {
  const rows = []
  let after = null
  do {
    const page = find(await ask(name, { ...variables, after }))
    rows.push(...page.edges.map(({ node }) => node))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return rows
}

const began = new Date(Date.now() - 60_000).toISOString()
const copy = await readFile('copy.json', 'utf8').then(JSON.parse, () => ({
  since: null, workshops: {}, projects: {}, briefs: {}, measures: {},
}))
const { since, workshops, projects, briefs, measures } = copy
const WORDS = { ISSUE: 'issues', STATEMENT: 'statements', IDEA: 'ideas', CRITIQUE: 'critiques' }

// 1. Forget what is not there any more.
if (since !== null) {
  for (const { kind, id } of await list('removals', { since }, (data) => data.removals)) {
    if (kind === 'WORKSHOP') delete workshops[id]
    if (kind === 'BRIEF') delete briefs[id]
    for (const workshop of Object.values(workshops)) {
      if (kind in WORDS) delete workshop[WORDS[kind]][id]
      if (kind !== 'IDEA') continue
      for (const comment of Object.values(workshop.critiques)) {
        if (comment.idea.id === id) delete workshop.critiques[comment.id]
      }
    }
    for (const { points } of Object.values(measures)) if (kind === 'MEASURE_POINT') delete points[id]
  }
}

// 2. Workshops that changed. One that is new here, or was published again, is copied whole.
const whole = new Set()
for (const row of await list('workshops', { since }, (data) => data.publishedWorkshops)) {
  if (!workshops[row.id] || row.publishedAt >= since) {
    whole.add(row.id)
    workshops[row.id] = { issues: {}, statements: {}, ideas: {}, critiques: {} }
  }
  const { project, ...rest } = row
  const { rounds, priorities } = (await ask('rounds', { slug: row.slug })).workshop
  Object.assign(workshops[row.id], rest, { projectId: project.id, rounds, priorities })
  projects[project.id] = project
}

// 3. What was said in each workshop since.
for (const workshop of Object.values(workshops)) {
  const asked = { slug: workshop.slug, since: whole.has(workshop.id) ? null : since }
  const keep = (name, rows) => {
    for (const row of rows) workshop[name][row.id] = row
  }
  keep('statements', (await ask('statements', asked)).workshop.statements)
  keep('issues', await list('issues', asked, (data) => data.workshop.issues))
  for (const status of ['ON_THE_WALL', 'MERGED']) {
    keep('ideas', await list('ideas', { ...asked, status }, (data) => data.workshop.ideas))
  }
  keep('critiques', await list('critiques', asked, (data) => data.workshop.critiques))
}

// 4. Projects without a workshop in the copy go. The others are brought up to date, and their briefs.
for (const row of await list('projects', { since }, (data) => data.projects)) projects[row.id] = row
const inUse = new Set(Object.values(workshops).map(({ projectId }) => projectId))
for (const project of Object.keys(projects)) {
  if (!inUse.has(project)) {
    delete projects[project]
    continue
  }
  for (const row of await list('briefs', { project, since }, (data) => data.project.briefs)) {
    briefs[row.id] = row
  }
}

// 5. What hangs on each brief: its teams with their cycles, and its measures with their points.
const followed = new Set()
for (const brief of Object.values(briefs)) {
  const isNew = brief.measures.some(({ id }) => !measures[id])
  const answer = await ask('brief', { brief: brief.id, since: isNew ? null : since })
  brief.teams = answer.brief.teams
  for (const { id } of brief.measures) followed.add(id)
  for (const measure of answer.brief.measures) {
    const known = measures[measure.id]
    const asked = { measure: measure.id, since: known ? since : null }
    const points = await list('points', asked, (data) => data.measure.points)
    measures[measure.id] = { ...measure, points: { ...known?.points } }
    for (const point of points) measures[measure.id].points[point.id] = point
  }
}
for (const id of Object.keys(measures)) if (!followed.has(id)) delete measures[id]

await writeFile('copy.json', JSON.stringify({ ...copy, since: began }, null, 2))
console.log(Object.keys(workshops).length, 'workshops', Object.keys(briefs).length, 'briefs')`
}
