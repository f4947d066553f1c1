import { Fragment } from 'react'

/** A code that, where there is little room, breaks between its words only. */
export function BreakableCode({ code }: { code: string }) {
  return (
    <code>
      {code.split('_').map((word, place) => (
        <Fragment key={word}>
          {place > 0 ? (
            <>
              _<wbr />
            </>
          ) : null}
          {word}
        </Fragment>
      ))}
    </code>
  )
}
