import type { ArchiveFault, WorkshopArchive } from './archives.ts'

/** What an archive names and does not hold, and what it holds twice. Its shape has been read already. */
export function findArchiveFaults(archive: WorkshopArchive): ArchiveFault[] {
  return [
    ...twice(archive.areas, 'areas', 'area'),
    ...twice(
      archive.tables.map(({ code }) => code),
      'tables',
      'table code',
    ),
    ...tableFaults(archive),
    ...issueFaults(archive),
    ...roundFaults(archive),
    ...statementFaults(archive),
    ...ideaFaults(archive),
  ]
}

function twice(names: readonly (string | number)[], path: string, noun: string): ArchiveFault[] {
  const seen = new Set<string | number>()
  const faults: ArchiveFault[] = []
  for (const [at, name] of names.entries()) {
    if (seen.has(name))
      faults.push({ path: `${path}.${at}`, reason: `This ${noun} is there already: ${name}.` })
    seen.add(name)
  }
  return faults
}

function absent(path: string, noun: string, name: string | number): ArchiveFault {
  return { path, reason: `There is no such ${noun} in this archive: ${name}.` }
}

function tableFaults({ tables, areas }: WorkshopArchive): ArchiveFault[] {
  return tables.flatMap(({ area }, at) =>
    area === null || areas.includes(area) ? [] : [absent(`tables.${at}.area`, 'area', area)],
  )
}

function issueFaults({ issues, areas, tables }: WorkshopArchive): ArchiveFault[] {
  const codes = new Set(tables.map(({ code }) => code))
  const parts = issues.flatMap((issue, at) => [
    { part: issue, path: `issues.${at}` },
    ...issue.merged.map((part, n) => ({ part, path: `issues.${at}.merged.${n}` })),
  ])
  const faults = parts.flatMap(({ part, path }) => [
    ...(areas.includes(part.area) ? [] : [absent(`${path}.area`, 'area', part.area)]),
    ...part.tables
      .filter((code) => !codes.has(code))
      .map((code) => absent(`${path}.tables`, 'table code', code)),
    ...twice(part.tables, `${path}.tables`, 'table code'),
  ])
  const keys = parts.map(({ part }) => part.key)
  return [...faults, ...twice(keys, 'issues', 'key')]
}

function roundFaults({ rounds, issues }: WorkshopArchive): ArchiveFault[] {
  const keys = new Set(issues.flatMap(({ key, merged }) => [key, ...merged.map((part) => part.key)]))
  return rounds.flatMap(({ options, replaces, totals }, at) => {
    const path = `rounds.${at}`
    const named = options.flatMap(({ issue }) => (issue === null ? [] : [issue]))
    return [
      ...named.filter((key) => !keys.has(key)).map((key) => absent(`${path}.options`, 'issue', key)),
      ...twice(named, `${path}.options`, 'issue'),
      ...twice(
        totals.map(({ channel }) => channel),
        `${path}.totals`,
        'channel',
      ),
      ...(replaces === null || replaces < at ? [] : [absent(`${path}.replaces`, 'earlier round', replaces)]),
    ]
  })
}

function statementFaults({ statements, rounds }: WorkshopArchive): ArchiveFault[] {
  return statements.flatMap(({ priorities, similar }, at) => [
    ...priorities
      .filter(({ round, option }) => rounds[round]?.options[option]?.priority == null)
      .map(({ round, option }) => absent(`statements.${at}.priorities`, 'priority', `${round}, ${option}`)),
    ...twice(
      priorities.map(({ round, option }) => `${round}, ${option}`),
      `statements.${at}.priorities`,
      'priority',
    ),
    ...similar
      .filter(({ statement }) => statement <= at || statement >= statements.length)
      .map(({ statement }) => absent(`statements.${at}.similar`, 'later statement', statement)),
    ...twice(
      similar.map(({ statement }) => statement),
      `statements.${at}.similar`,
      'statement',
    ),
  ])
}

function ideaFaults({ ideas, statements, tables }: WorkshopArchive): ArchiveFault[] {
  const codes = new Set(tables.map(({ code }) => code))
  const partFaults = (part: { statement: number; table: string | null }, path: string) => [
    ...(part.statement < statements.length ? [] : [absent(`${path}.statement`, 'statement', part.statement)]),
    ...tableFault(part.table, path, codes),
  ]
  return ideas.flatMap((idea, at) => [
    ...partFaults(idea, `ideas.${at}`),
    ...idea.merged.flatMap((part, n) => partFaults(part, `ideas.${at}.merged.${n}`)),
    ...idea.comments.flatMap((comment, n) => commentFaults(comment, n, `ideas.${at}.comments.${n}`, codes)),
  ])
}

type Comment = WorkshopArchive['ideas'][number]['comments'][number]

function commentFaults(
  { answers, kind, pin, table }: Comment,
  at: number,
  path: string,
  codes: ReadonlySet<string>,
): ArchiveFault[] {
  const faults = tableFault(table, path, codes)
  if (answers !== null && answers >= at) faults.push(absent(`${path}.answers`, 'earlier comment', answers))
  if ((answers === null) !== (kind !== null)) {
    faults.push({ path: `${path}.kind`, reason: 'What begins a thread has a kind, and an answer has none.' })
  }
  if (answers !== null && pin !== null) {
    faults.push({ path: `${path}.pin`, reason: 'Only what begins a thread has a spot on the card.' })
  }
  return faults
}

function tableFault(code: string | null, path: string, codes: ReadonlySet<string>): ArchiveFault[] {
  return code === null || codes.has(code) ? [] : [absent(`${path}.table`, 'table code', code)]
}
