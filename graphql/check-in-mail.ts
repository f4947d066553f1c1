import type { DueIdea } from '#db/queries/check-ins.ts'
import { formatDay } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import type { Mail } from '#mail.ts'

const LONGEST = 200

/** Asks each person what became of the ideas that they answer for: one mail for each project. */
export function checkInMails(ideas: readonly DueIdea[], origin: string): Mail[] {
  const asked = new Map<string, DueIdea[]>()
  for (const idea of ideas) {
    for (const email of idea.emails) {
      const key = `${email} ${idea.projectId}`
      asked.set(key, [...(asked.get(key) ?? []), idea])
    }
  }
  return [...asked].map(([key, due]) => mailTo(key.split(' ', 1).join(''), due, origin))
}

function mailTo(to: string, ideas: readonly DueIdea[], origin: string): Mail {
  const [first] = ideas
  const listed = ideas.map(
    ({ text, dueOn, workshopTitle }) => `- ${cut(text)}\n  due ${formatDay(dueOn)}, from ${workshopTitle}`,
  )
  return {
    to,
    subject: `What became of ${plural(ideas.length, 'idea')}?`,
    text: `The day has come to ask what became of ideas in the project ${first?.projectTitle}:

${listed.join('\n')}

Say it in a sentence here; it lands in the timeline of the briefs that follow them:
${origin}/dashboard/projects/${first?.projectId}/check-ins

You are asked once for each idea.
`,
  }
}

function cut(words: string): string {
  const line = [...words.replace(/\s+/g, ' ')]
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('')}…` : line.join('')
}
