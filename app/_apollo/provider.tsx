'use client'

import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { print } from 'graphql'
import { type ReactNode, useState } from 'react'
import { Observable } from 'rxjs'
import { post, withRetries } from './transport.ts'

/**
 * Apollo Client over the one transport. Its errors carry a sentence that can be shown as it is. Operations that may be
 * sent twice say how often in their context: `{ retries: 2 }`.
 */
function makeClient(): ApolloClient {
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const { query, variables, operationName } = operation
        const retries = Number(operation.getContext().retries ?? 0)
        const sent = withRetries(retries, () =>
          post<Record<string, unknown>>(print(query), variables, operationName),
        )
        sent.then(
          (answer) => {
            observer.next(answer)
            observer.complete()
          },
          (trouble) => observer.error(trouble),
        )
      }),
  )
  return new ApolloClient({
    link,
    cache: new InMemoryCache(),
    // Pages are rendered on the server and refreshed there, so what a mutation answers need not be kept twice.
    defaultOptions: { mutate: { fetchPolicy: 'no-cache' } },
  })
}

/** Gives Apollo to the islands below it. Mounted only in layouts that need it: it is the largest script there is. */
export function GraphQLProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <ApolloProvider client={client}>{children}</ApolloProvider>
}
