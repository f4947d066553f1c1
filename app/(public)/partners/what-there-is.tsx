import { FEWEST_TOLD_APART } from '#domain/small-numbers.ts'
import { SCOPE_NAMES } from '#domain/tokens.ts'

/** What a token opens, and what nobody gets. */
export function WhatThereIs() {
  return (
    <section aria-labelledby="what-there-is">
      <h2 id="what-there-is">What there is</h2>
      <p className="mt-3 max-w-prose">
        Everything below is there once the Lab has published the workshop that it belongs to, and no longer
        than that.
      </p>
      <ul className="mt-3 max-w-prose list-disc space-y-1 ps-6">
        <li>Projects with their challenge, their areas and their phase; workshops with their tables.</li>
        <li>Issues, also those that their table did not choose.</li>
        <li>The tallies of closed rounds: ranks, ties, the cut line, and how the count was reconciled.</li>
        <li>Priorities, problem statements with every wording, ideas and the comments on them.</li>
        <li>Published briefs, their test cycles, measures and charts.</li>
        <li>Where each thing came from and what became of it; and a search over all of it.</li>
      </ul>
      <p className="mt-4 max-w-prose">
        A token has one of two scopes. <code>{SCOPE_NAMES.RESULTS}</code> opens what was voted on and how it
        was counted. <code>{SCOPE_NAMES.CONTENT}</code> opens that and the words: issues, statements, ideas,
        comments and what follows from them. A field that your token does not reach is null, with an error
        that names the scope.
      </p>
      <h3 className="mt-6">What there never is</h3>
      <ul className="mt-3 max-w-prose list-disc space-y-1 ps-6">
        <li>
          Who voted for what. Nobody can tell, the Lab included: what ties a ballot to a person is destroyed
          as the round closes.
        </li>
        <li>E-mail addresses, names of accounts, or anything about signing in.</li>
        <li>What is not published, is hidden or was withdrawn.</li>
        <li>
          A breakdown in which some part stands for fewer than {FEWEST_TOLD_APART} people: it is left out as a
          whole.
        </li>
      </ul>
      <p className="mt-4 max-w-prose">
        “No figure” is null and never zero. Of the 17 options of the 2017 workshop, 15 have a figure.
      </p>
    </section>
  )
}
