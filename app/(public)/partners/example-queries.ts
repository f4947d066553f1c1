/** A document that can be asked as it stands, and what it is for. */
export type ExampleQuery = {
  key: string
  title: string
  query: string
  variables: Record<string, string | number | null>
}

/** The first thing a new partner asks: the result of the 2017 workshop, which every installation carries. */
export const FIRST_QUERY: ExampleQuery = {
  key: 'first',
  title: 'The result of the 2017 workshop',
  query: `query FirstLook {
  workshop(slug: "peer-support-2017") {
    title
    startsOn
    rounds {
      result {
        dots
        shareBase
        rows { rank dots option { title } }
      }
    }
  }
}`,
  variables: {},
}

/** One page of everything that is published. */
export const WORKSHOPS_QUERY: ExampleQuery = {
  key: 'workshops',
  title: 'All published workshops, page by page',
  query: `query Workshops($after: String) {
  publishedWorkshops(first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        slug
        title
        startsOn
        publishedAt
        project { id title phase }
      }
    }
  }
}`,
  variables: { after: null },
}

/** One page of what stands below a workshop. */
export const ISSUES_QUERY: ExampleQuery = {
  key: 'issues',
  title: 'The issues of a workshop, also those not chosen',
  query: `query Issues($slug: String!, $after: String) {
  workshop(slug: $slug) {
    issues(first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          title
          state
          stateReason
          tableCodes
          updatedAt
          area { name }
        }
      }
    }
  }
}`,
  variables: { slug: 'peer-support-2017', after: null },
}

/** What a copy has to fetch again: also issues that were merged since. */
export const CHANGES_QUERY: ExampleQuery = {
  key: 'changes',
  title: 'Issues changed since a moment',
  query: `query Changes($slug: String!, $since: DateTime!, $after: String) {
  workshop(slug: $slug) {
    issues(first: 100, after: $after, filter: { updatedSince: $since, includeSetAside: true }) {
      pageInfo { hasNextPage endCursor }
      edges {
        node { id title state updatedAt mergedInto { id } }
      }
    }
  }
}`,
  variables: { slug: 'peer-support-2017', since: '2017-07-13T00:00:00.000Z', after: null },
}

/** What was sent to the webhooks of the token. */
export const WEBHOOKS_QUERY: ExampleQuery = {
  key: 'webhooks',
  title: 'Your webhooks, and what was sent to them',
  query: `query Webhooks {
  webhooks {
    url
    state
    pauseReason
    deliveries(first: 10) {
      edges {
        node { id event state nextTryAt tries { number triedAt words } }
      }
    }
  }
}`,
  variables: {},
}

/** What a copy has to forget. */
export const REMOVALS_QUERY: ExampleQuery = {
  key: 'removals',
  title: 'What was hidden, withdrawn or unpublished since a moment',
  query: `query Removals($since: DateTime!, $after: String) {
  removals(since: $since, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { kind id workshopId removedAt } }
  }
}`,
  variables: { since: '2017-07-13T00:00:00.000Z', after: null },
}

/** What the explorer offers to begin with. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  FIRST_QUERY,
  WORKSHOPS_QUERY,
  ISSUES_QUERY,
  CHANGES_QUERY,
  REMOVALS_QUERY,
  {
    key: 'reconciliation',
    title: 'How a result was counted, and its gaps',
    query: `query Reconciliation($slug: String!) {
  workshop(slug: $slug) {
    rounds {
      title
      closedAt
      source
      result {
        cutLine { select margin explanation }
        channels { channel dots ballots }
        reconciliation { label status counted stated sentence }
      }
    }
  }
}`,
    variables: { slug: 'peer-support-2017' },
  },
  {
    key: 'statements',
    title: 'Problem statements and where they came from',
    query: `query Statements($slug: String!) {
  workshop(slug: $slug) {
    statements {
      id
      title
      ideaCount
      reasons { text }
      priorities { position option { title } }
    }
  }
}`,
    variables: { slug: 'peer-support-2017' },
  },
  {
    key: 'ideas',
    title: 'Ideas with the comments on them',
    query: `query Ideas($slug: String!, $after: String) {
  workshop(slug: $slug) {
    ideas(first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node { id text horizon tableCodes critiques { kind text depth } }
      }
    }
  }
}`,
    variables: { slug: 'peer-support-2017', after: null },
  },
  {
    key: 'search',
    title: 'Search in all that is published',
    query: `query Search($words: String!) {
  search(query: $words, first: 20) {
    hasMore
    corrections { typed meant }
    hits { kind id text workshopTitle path }
  }
}`,
    variables: { words: 'evidence' },
  },
  WEBHOOKS_QUERY,
]
