/** What the programs ask for. Both send these documents as they stand. */
export const COPY_QUERIES = {
  removals: `query Removals($since: DateTime!, $after: String) {
  removals(since: $since, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { kind id } }
  }
}`,
  workshops: `query Workshops($since: DateTime, $after: String) {
  publishedWorkshops(first: 20, after: $after, filter: { updatedSince: $since }) {
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id slug title description venue startsOn endsOn publishedAt
        tables { code name }
        project { id title challenge phase areas { name } }
      }
    }
  }
}`,
  projects: `query Projects($since: DateTime, $after: String) {
  projects(first: 50, after: $after, archived: true, updatedSince: $since) {
    pageInfo { hasNextPage endCursor }
    edges { node { id title challenge phase areas { name } } }
  }
}`,
  rounds: `query Rounds($slug: String!) {
  workshop(slug: $slug) {
    rounds { id title closedAt result { dots rows { rank dots option { id title } } } }
    priorities { id position option { id } }
  }
}`,
  statements: `query Statements($slug: String!, $since: DateTime) {
  workshop(slug: $slug) {
    statements(updatedSince: $since) { id title reasons { text } priorities { id } }
  }
}`,
  issues: `query Issues($slug: String!, $since: DateTime, $after: String) {
  workshop(slug: $slug) {
    issues(first: 100, after: $after, filter: { updatedSince: $since, includeSetAside: true }) {
      pageInfo { hasNextPage endCursor }
      edges { node { id title state stateReason tableCodes mergedInto { id } } }
    }
  }
}`,
  ideas: `query Ideas($slug: String!, $since: DateTime, $after: String, $status: IdeaStatus) {
  workshop(slug: $slug) {
    ideas(first: 100, after: $after, filter: { updatedSince: $since, status: $status }) {
      pageInfo { hasNextPage endCursor }
      edges { node { id text horizon status tableCodes statement { id } mergedInto { id } } }
    }
  }
}`,
  critiques: `query Comments($slug: String!, $since: DateTime, $after: String) {
  workshop(slug: $slug) {
    critiques(first: 100, after: $after, filter: { updatedSince: $since }) {
      pageInfo { hasNextPage endCursor }
      edges { node { id kind text parentId tableCode resolvedAt idea { id } } }
    }
  }
}`,
  briefs: `query Briefs($project: ID!, $since: DateTime, $after: String) {
  project(id: $project) {
    briefs(first: 20, after: $after, updatedSince: $since) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id title status why targetDate
          aim { howMuch byWhen forWhom }
          statements { id }
          ideas { id }
          watchFors { text }
          measures { id }
        }
      }
    }
  }
}`,
  brief: `query Brief($brief: ID!, $since: DateTime) {
  brief(id: $brief) {
    teams { id organisation context cycles { id number state question prediction decision } }
    measures(updatedSince: $since) { id title kind unit direction target }
  }
}`,
  points: `query Points($measure: ID!, $since: DateTime, $after: String) {
  measure(id: $measure) {
    points(first: 100, after: $after, updatedSince: $since) {
      pageInfo { hasNextPage endCursor }
      edges { node { id day value } }
    }
  }
}`,
} as const

/** A document without line breaks, as it stands in a program. */
export function inOneLine(query: string): string {
  return query.replace(/\s+/g, ' ')
}
