import { ERROR_CODES } from '#domain/error-codes.ts'
import { Disclosure } from '../../_ui/disclosure.tsx'
import { BreakableCode } from './breakable-code.tsx'
import { ERROR_ANSWERS, type ErrorAnswer } from './error-answers.ts'
import { JsonBlock } from './json-block.tsx'

/** The answer with each code, as it comes over the wire but for the places in the query. */
export function ErrorExamples() {
  return (
    <Disclosure className="mt-4" summary="An example of the answer with each code">
      <dl className="space-y-4">
        {ERROR_CODES.map(({ code }) => {
          const answer = ERROR_ANSWERS[code]
          return answer === undefined ? null : <Example key={code} code={code} answer={answer} />
        })}
      </dl>
    </Disclosure>
  )
}

function Example({ code, answer: { asked, ...body } }: { code: string; answer: ErrorAnswer }) {
  return (
    <div>
      <dt>
        <BreakableCode code={code} />
      </dt>
      <dd className="ps-4">
        <p className="mb-2 max-w-prose wrap-anywhere">
          {'query' in asked ? <code>{asked.query}</code> : asked.words}
        </p>
        <JsonBlock value={body} />
      </dd>
    </div>
  )
}
