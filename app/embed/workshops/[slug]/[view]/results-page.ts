import { percent, plural } from '#domain/numbers.ts'
import {
  cutBefore,
  cutInWords,
  rankInWords,
  summaryInWords,
  votesInWords,
} from '../../../../(participant)/workshops/[slug]/results/result-words.ts'
import type { Theme } from './colours.ts'
import { type Markup, markup } from './markup.ts'
import { pageFrame } from './page-frame.ts'
import type { EmbeddedResult, EmbeddedRound } from './read-embedded.ts'
import { NOT_YET } from './result-in-words.ts'

/** The result of a vote as a page of its own: the ranking with ties and cut line, and how the count adds up. */
export function resultsPage({ workshop, round }: EmbeddedResult, theme: Theme | null): Markup {
  return pageFrame({
    workshop,
    theme,
    title: 'Results',
    body: round === null ? markup`<p>${NOT_YET}</p>` : resultBody(round),
    way: { path: `/workshops/${workshop.slug}/results`, words: 'Read the results in full' },
  })
}

function resultBody(round: EmbeddedRound): Markup {
  const { result } = round
  const { rows, cutLine, shareBase, sharesExplanation, reconciliation } = result
  const summary = summaryInWords(result)
  const most = Math.max(1, ...rows.map(({ dots }) => dots ?? 0))
  const forward = new Set(round.priorities.map(({ option }) => option.id))
  return markup`${summary === null ? null : markup`<p>${summary}</p>`}
<table>
<caption>${round.title}: issues by votes. Shares are of ${plural(shareBase, 'vote')}.</caption>
<thead><tr><th scope="col">Rank</th><th scope="col">Issue</th><th scope="col">Votes</th></tr></thead>
<tbody>
${rows.map(
  (row, place) => markup`${
    cutBefore(rows, place) ? markup`<tr class="cut"><td colspan="3">${cutInWords(cutLine)}</td></tr>` : null
  }
<tr${row.aboveCut || forward.has(row.option.id) ? markup` class="chosen"` : null}>
<td>${rankInWords(row)}</td>
<th scope="row">${row.option.title}${bar(row.dots, most)}</th>
<td>${votesInWords(row.dots)}${row.dots === null ? null : markup`<br><span class="soft">${percent(row.dots, shareBase)}</span>`}</td>
</tr>`,
)}
</tbody>
</table>
<p>${cutLine.explanation}</p>
${sharesExplanation ? markup`<p>${sharesExplanation}</p>` : null}
<h2>How the count adds up</h2>
<ul>${reconciliation.map(({ label, sentence }) => markup`<li>${label}: ${sentence}</li>`)}</ul>`
}

function bar(dots: number | null, most: number): Markup | null {
  if (dots === null) return null
  return markup`<svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="track" width="100" height="10"/><rect class="bar" width="${((100 * dots) / most).toFixed(2)}" height="10"/></svg>`
}
