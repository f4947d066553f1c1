import { BRIEF_STATUS_LABELS } from '#domain/briefs.ts'
import { plural } from '#domain/numbers.ts'
import { PHASE_LABELS, PHASES } from '#domain/projects.ts'
import type { Theme } from './colours.ts'
import { type Markup, markup } from './markup.ts'
import { pageFrame } from './page-frame.ts'
import type { EmbeddedProgress, EmbeddedWorkshop } from './read-embedded.ts'

/** How far it has come since, as a page of its own: the project's phase, and what became of each priority. */
export function progressPage(
  workshop: EmbeddedWorkshop,
  progress: EmbeddedProgress,
  theme: Theme | null,
): Markup {
  const { project, priorities, issueCount } = progress
  return pageFrame({
    workshop,
    theme,
    title: 'Progress',
    body: markup`<h2>Where the project stands</h2>
<ol class="phases">${PHASES.map(
      (phase) =>
        markup`<li${phase === project.phase ? markup` aria-current="step"` : null}>${PHASE_LABELS[phase]}</li>`,
    )}</ol>
<h2>What became of the priorities</h2>
${
  priorities.length === 0
    ? markup`<p>${plural(issueCount, 'issue')} so far. Priorities stand here once they are declared.</p>`
    : markup`<ol class="priorities">${priorities.map(priorityItem)}</ol>`
}`,
    way: { path: `/workshops/${workshop.slug}/priorities`, words: 'Read why these are important' },
  })
}

function priorityItem({ option, statements, ideaCount, briefs }: EmbeddedProgress['priorities'][number]) {
  const [statement] = statements
  return markup`<li>
<strong>${statement?.title ?? option.title}</strong>
${statement ? markup`<p class="soft">Voted for as: ${option.title}</p>` : null}
<p>${plural(ideaCount, 'idea')}${briefs.length === 0 ? ', no brief published yet' : null}</p>
${briefs.length === 0 ? null : markup`<ul>${briefs.map(briefItem)}</ul>`}
</li>`
}

function briefItem({ id, title, status }: EmbeddedProgress['priorities'][number]['briefs'][number]) {
  return markup`<li><a href="/briefs/${id}" target="_top">${title}</a> <span class="soft">${BRIEF_STATUS_LABELS[status]}</span></li>`
}
