import '@graphiql/react/setup-workers/webpack'
import '@graphiql/react/style.css'
import './editor.css'
import { GraphiQLProvider } from '@graphiql/react'
import { FIRST_QUERY } from '../example-queries.ts'
import type { Ask } from './ask.ts'
import { EDITOR_THEME } from './editor-theme.ts'
import { Workbench, type WorkbenchProps } from './workbench.tsx'

/**
 * GraphiQL, put together from its own parts: it completes and checks what is typed by the contract of whoever asks, and
 * keeps what was written in this browser. It never sees the token.
 */
export function Editor({ ask, ...rest }: WorkbenchProps & { ask: Ask }) {
  return (
    <GraphiQLProvider fetcher={ask} defaultQuery={FIRST_QUERY.query} editorTheme={EDITOR_THEME}>
      <Workbench {...rest} />
    </GraphiQLProvider>
  )
}
