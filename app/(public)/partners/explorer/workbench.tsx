import { QueryEditor, ResponseEditor, useGraphiQL, useGraphiQLActions, VariableEditor } from '@graphiql/react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { classNames } from '../../../_ui/class-names.ts'
import { Notice } from '../../../_ui/notice.tsx'
import { SelectField } from '../../../_ui/select-field.tsx'
import { EXAMPLE_QUERIES, FIRST_QUERY } from '../example-queries.ts'
import type { Told } from './ask.ts'
import { useEditorTheme } from './editor-theme.ts'

export type WorkbenchProps = { told: Told | null; failed: boolean }

/** The query with its variables, and the answer below it on a phone, beside it on a desk. */
export function Workbench({ told, failed }: WorkbenchProps) {
  useEditorTheme()
  const { run } = useGraphiQLActions()
  const { pending, queryEditor, variableEditor } = useGraphiQL((state) => ({
    pending: state.isFetching,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }))

  function choose(key: string) {
    const example = EXAMPLE_QUERIES.find((one) => one.key === key)
    if (example === undefined) return
    queryEditor?.setValue(example.query)
    variableEditor?.setValue(JSON.stringify(example.variables, null, 2))
  }
  return (
    <div className="grid gap-8 lg:grid-cols-2 lg:items-start">
      <div className="min-w-0 space-y-4">
        <SelectField
          id="example"
          label="Example"
          defaultValue={FIRST_QUERY.key}
          onChange={({ target }) => choose(target.value)}
        >
          {EXAMPLE_QUERIES.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </SelectField>
        <Box title="Query" size="h-80">
          <QueryEditor />
        </Box>
        <Box title="Variables" size="h-28">
          <VariableEditor />
        </Box>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            pending={pending || queryEditor === undefined}
            pendingLabel={pending ? 'Asking' : 'Getting ready'}
            onClick={run}
          >
            Run the query
          </Button>
          <span className="text-ink-soft">or Ctrl+Enter, ⌘+Enter on a Mac</span>
          <span className="text-ink-soft">
            By keyboard, Enter leads into an editor, Ctrl+Space completes, Escape leads out.
          </span>
        </p>
      </div>
      <div className="min-w-0 space-y-4">
        <Status told={told} failed={failed} />
        <Box title="Answer" size="h-[32rem]">
          <ResponseEditor />
        </Box>
      </div>
    </div>
  )
}

/** What is typed in, or read, under its heading. Enter leads into the editor, where Tab is a letter, and Escape out of it. */
function Box({ title, size, children }: { title: string; size: string; children: ReactNode }) {
  const id = `explorer-${title.toLowerCase()}`
  return (
    <section aria-labelledby={id} onKeyDown={leave}>
      <h2 id={id} className="mb-1">
        {title}
      </h2>
      <div
        className={classNames(
          'graphiql-container overflow-hidden rounded border border-line-strong bg-surface pl-2',
          size,
        )}
      >
        {children}
      </div>
    </section>
  )
}

/** Escape that closes suggestions ends in the editor; this is the next one. */
function leave(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape') return
  event.currentTarget.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
}

/** What the endpoint said: its status, how long it took, and what is left of the minute. */
function Status({ told, failed }: WorkbenchProps) {
  return (
    <div aria-live="polite" className="wrap-anywhere text-ink-soft">
      {failed ? (
        <Notice kind="error" title="The endpoint was not reached">
          Check your connection and run the query again. What you wrote is still there.
        </Notice>
      ) : null}
      {told === null && !failed ? <p>The answer will stand here, with its status.</p> : null}
      {told === null ? null : (
        <p>
          <strong className="text-ink">{told.status}</strong>
          {told.details.map((detail) => (
            <span key={detail} className="tally">
              {' '}
              · {detail}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
