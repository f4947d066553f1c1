import { stopToken } from '#auth/digest-links.ts'
import type { NewsView } from '#db/queries/digests.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { formatDayRange } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { can } from '#domain/permissions.ts'
import type { Mail } from '#mail.ts'
import { nameOnCritique, readsWords, seesIdea } from './visible-critiques.ts'

/** As much as somebody reads in a mail; the rest is on the pages. */
const MOST = 30
const LONGEST = 300

/** The mail that tells somebody what others have answered them, by the rules of the pages; null where there is nothing to tell. */
export function digestMail(
  viewer: ViewerRow,
  news: readonly NewsView[],
  { email, origin }: { email: string; origin: string },
): Mail | null {
  const told = news.filter((one) => mayRead(one, viewer))
  if (told.length === 0) return null
  const titles = new Set(told.map(({ workshopTitle }) => workshopTitle))
  const where = titles.size === 1 ? ` in ${[...titles].join('')}` : ''
  const token = encodeURIComponent(stopToken(viewer.personId))
  const more = told.length - MOST
  return {
    to: email,
    subject: `${plural(told.length, 'new answer')}${where}`,
    text: `Others have answered what you wrote.

${listed(told.slice(0, MOST), viewer, origin)}
${more > 0 ? `And ${plural(more, 'more answer')}, which you find there.\n` : ''}
You get this mail when there is something new, at most once a day or, if you prefer, once a week. Choose after signing in, or stop these mails here:
${origin}/digest/stop?token=${token}
`,
    stopUrl: `${origin}/digest/stop/now?token=${token}`,
  }
}

function mayRead(one: NewsView, viewer: ViewerRow): boolean {
  const { workshopId, published } = one
  return (
    can(viewer, 'readWorkshop', { workshopId, published }) && seesIdea(one, viewer) && readsWords(one, viewer)
  )
}

function listed(news: readonly NewsView[], viewer: ViewerRow, origin: string): string {
  const parts: string[] = []
  let [workshopId, ideaId] = ['', '']
  for (const one of news) {
    if (one.workshopId !== workshopId) {
      parts.push(`${one.workshopTitle} (${formatDayRange(one.startsOn, one.endsOn)})\n`)
    }
    if (one.shownOnId !== ideaId) parts.push(`Idea: ${cut(one.ideaText)}\n`)
    workshopId = one.workshopId
    ideaId = one.shownOnId
    parts.push(`${headed(one, viewer)}\n${cut(one.text)}\n${linkTo(one, origin)}\n`)
  }
  return parts.join('\n')
}

function headed(one: NewsView, viewer: ViewerRow): string {
  const table = one.tableCode === null ? '' : `table ${one.tableCode}`
  const name = nameOnCritique(one, viewer)
  const who = name === null ? `Somebody${table && ` at ${table}`}` : `${name}${table && `, ${table}`},`
  if (one.answered !== null) return `${who} answered your comment "${cut(one.answered, 80)}":`
  const kind = one.kind === null ? '' : ` (${CRITIQUE_KIND_LABELS[one.kind].toLowerCase()})`
  return `${who} commented on your idea${kind}:`
}

function linkTo(one: NewsView, origin: string): string {
  return `${origin}/workshops/${one.slug}/ideas/${one.shownOnId}#critique-${one.id}`
}

/** The beginning of somebody's words, on one line. */
function cut(words: string, longest: number = LONGEST): string {
  const line = [...words.replace(/\s+/g, ' ')]
  return line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('')
}
