import { HORIZON_QUESTIONS, HORIZONS, type Horizon } from '#domain/ideas.ts'
import { PostIt } from '../../_ui/post-it.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { hueOf } from '../figures.ts'
import type { WriteUpHead, WriteUpIdea, WriteUpSource } from '../read-write-up.ts'
import { CritiqueList } from './critique-list.tsx'
import { Part } from './part.tsx'

/** Ideas for each question, on a page that is not asked for whole. */
const AT_FIRST = 20

type Group = { horizon: Horizon; ideas: WriteUpIdea[]; more: boolean }
type Props = { source: WriteUpSource; whole: boolean; wholePath: string }

/** Ideas by statement and horizon, each with what others said of it. */
export async function IdeasPart({ source, whole, wholePath }: Props) {
  const { head } = source
  const statements = await Promise.all(
    head.statements.map(async (statement) => ({
      statement,
      groups: await Promise.all(HORIZONS.map((horizon) => readGroup(source, statement.id, horizon, whole))),
    })),
  )
  const written = statements.filter(({ groups }) => groups.some(({ ideas }) => ideas.length > 0))
  return (
    <Part head={head} section="IDEAS">
      {written.length === 0 ? <p>No ideas were written.</p> : null}
      {written.map(({ statement, groups }) => (
        <section key={statement.id} aria-labelledby={`ideas-${statement.id}`} className="space-y-4 pt-2">
          <h3 id={`ideas-${statement.id}`} className="wrap-anywhere">
            {statement.title}
          </h3>
          {groups.map((group) => (
            <HorizonGroup key={group.horizon} head={head} group={group} wholePath={wholePath} />
          ))}
        </section>
      ))}
    </Part>
  )
}

async function readGroup(
  source: WriteUpSource,
  statementId: string,
  horizon: Horizon,
  whole: boolean,
): Promise<Group> {
  const ideas: WriteUpIdea[] = []
  for await (const idea of source.ideas({ statementId, horizon })) {
    if (!whole && ideas.length === AT_FIRST) return { horizon, ideas, more: true }
    ideas.push(idea)
  }
  return { horizon, ideas, more: false }
}

type GroupProps = { head: WriteUpHead; group: Group; wholePath: string }

function HorizonGroup({ head, group: { horizon, ideas, more }, wholePath }: GroupProps) {
  if (ideas.length === 0) return null
  return (
    <div className="space-y-3">
      <h4 className="font-bold">{HORIZON_QUESTIONS[horizon]}</h4>
      <ul className="space-y-4">
        {ideas.map((idea) => (
          <Idea key={idea.id} head={head} idea={idea} />
        ))}
      </ul>
      {more ? (
        <p>
          The first {ideas.length} ideas for this question are shown.{' '}
          <TextLink href={wholePath}>Show every idea</TextLink>
        </p>
      ) : null}
    </div>
  )
}

function Idea({ head, idea }: { head: WriteUpHead; idea: WriteUpIdea }) {
  const codes = idea.tableCode ? [idea.tableCode] : []
  return (
    <li id={`idea-${idea.id}`} className="grid gap-3 md:grid-cols-2 md:items-start">
      <PostIt as="div" hue={hueOf(head, codes)} codes={codes} className="break-inside-avoid wrap-anywhere">
        <p className="whitespace-pre-line">
          {idea.text}
          {idea.truncated ? ' … (the source breaks off here)' : null}
        </p>
        {idea.merged.length > 0 ? (
          <>
            <p className="mt-2">Joined with:</p>
            <ul className="list-disc ps-5">
              {idea.merged.map((part) => (
                <li key={part.id}>
                  {part.text} {part.tableCode ? `(${part.tableCode})` : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </PostIt>
      {idea.critiques.length > 0 ? <CritiqueList critiques={idea.critiques} /> : null}
    </li>
  )
}
