import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { priorities } from '#db/schema/priorities.ts'
import { areas, phaseChanges, projects } from '#db/schema/projects.ts'
import { options, rounds } from '#db/schema/rounds.ts'
import {
  reasons,
  similarStatements,
  statementPriorities,
  statements,
  wordings,
} from '#db/schema/statements.ts'
import { channelTotals, tallies } from '#db/schema/tallies.ts'
import { tables, workshops } from '#db/schema/workshops.ts'
import { writeUps, writeUpTexts } from '#db/schema/write-ups.ts'
import type { Horizon } from '#domain/ideas.ts'
import type { IssueState } from '#domain/issues.ts'
import { WRITE_UP_SECTIONS } from '#domain/write-ups.ts'
import document from './peer-support-2017.json' with { type: 'json' }
import { PEER_SUPPORT_TEXTS } from './peer-support-2017-texts.ts'

export const PEER_SUPPORT_SLUG = 'peer-support-2017'

type Ids = Map<string, string>
const must = (ids: Ids, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The transcription names ${key}, which it does not hold.`)
  return id
}

/**
 * The workshop of 13 and 14 July 2017 as its summary document tells it, and nothing more: no times, no seats, no steps
 * and no figure that the document does not state.
 */
export async function seedPeerSupport(tx: Executor): Promise<void> {
  const projectId = v7()
  const workshopId = v7()
  const { workshop, ballot } = document
  await tx.insert(projects).values({ id: projectId, title: 'Peer support', challenge: workshop.challenge })
  await tx
    .insert(phaseChanges)
    .values({ projectId, to: 'DISCOVERY', reason: 'As the summary document of July 2017 states.' })
  const areaIds = await insertAreas(tx, projectId)
  await tx.insert(workshops).values({
    id: workshopId,
    projectId,
    slug: PEER_SUPPORT_SLUG,
    title: workshop.title,
    description:
      'Over 50 Lab participants came together for two days to explore and reframe some of the key challenges in peer support, and to generate ideas to act on.',
    startsOn: workshop.startsOn,
    endsOn: workshop.endsOn,
    contactEmail: workshop.contactEmail,
    statedParticipants: workshop.participants,
    source: document.source,
    roomCode: 'PEER2017',
    roomOpen: false,
    dotsPerVoter: ballot.votesPerParticipant,
    prioritiesToSelect: ballot.prioritiesToSelect,
    publishedAt: new Date(),
  })
  const tableIds = await insertTables(tx, workshopId, areaIds)
  const issueIds = await insertIssues(tx, workshopId, areaIds, tableIds)
  const { roundId, optionIds } = await insertRound(tx, workshopId, issueIds)
  await insertPriorities(tx, workshopId, roundId, optionIds)
  await insertWriteUp(tx, workshopId)
}

/** Gives the write-up to a workshop of 2017 that was loaded before there were any, once. */
export async function seedPeerSupportWriteUp(tx: Executor): Promise<void> {
  const [found] = await tx
    .select({ id: workshops.id })
    .from(workshops)
    .leftJoin(writeUps, eq(writeUps.workshopId, workshops.id))
    .leftJoin(writeUpTexts, eq(writeUpTexts.workshopId, workshops.id))
    .where(
      and(
        eq(workshops.slug, PEER_SUPPORT_SLUG),
        isNull(workshops.deletedAt),
        isNull(writeUps.workshopId),
        isNull(writeUpTexts.id),
      ),
    )
  if (found) await insertWriteUp(tx, found.id)
}

/** The words around the figures; the write-up is published to everybody, as the document was. */
async function insertWriteUp(tx: Executor, workshopId: string): Promise<void> {
  const texts = WRITE_UP_SECTIONS.flatMap((section) => {
    const text = PEER_SUPPORT_TEXTS[section]
    return text === undefined ? [] : [{ workshopId, section, text }]
  })
  await tx.insert(writeUpTexts).values(texts)
  await tx
    .insert(writeUps)
    .values({ workshopId, audience: 'EVERYBODY', token: v7(), publishedAt: new Date() })
}

async function insertAreas(tx: Executor, projectId: string): Promise<Ids> {
  const rows = document.challengeAreas.map(({ key, name }, position) => ({
    id: v7(),
    projectId,
    name,
    position,
    key,
  }))
  await tx.insert(areas).values(rows)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

// Two groups discussed each area; the codes on the post-its name the area and not which of the two.
async function insertTables(tx: Executor, workshopId: string, areaIds: Ids): Promise<Ids> {
  const rows = document.challengeAreas.map(({ key, name }, position) => ({
    id: v7(),
    workshopId,
    areaId: must(areaIds, key),
    code: name.charAt(0),
    name: `The two ${name} groups`,
    position,
    key,
  }))
  await tx.insert(tables).values(rows)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const STATES: Record<string, IssueState> = { ON_BALLOT: 'PUT_FORWARD', NOT_CHOSEN: 'NOT_CHOSEN' }

async function insertIssues(tx: Executor, workshopId: string, areaIds: Ids, tableIds: Ids): Promise<Ids> {
  const ids: Ids = new Map()
  for (const issue of document.issues) {
    const id = v7()
    const [first = ''] = issue.codedFrom
    const state = STATES[issue.status] ?? 'RAISED'
    await tx
      .insert(issues)
      .values({ id, workshopId, areaId: must(areaIds, first), title: issue.title, state })
    await tx
      .insert(issueTables)
      .values(issue.codedFrom.map((key) => ({ issueId: id, tableId: must(tableIds, key) })))
    ids.set(issue.title, id)
  }
  return ids
}

async function insertRound(
  tx: Executor,
  workshopId: string,
  issueIds: Ids,
): Promise<{ roundId: string; optionIds: Ids }> {
  const { ballot, published } = document
  const roundId = v7()
  await tx.insert(rounds).values({
    id: roundId,
    workshopId,
    title: 'Voting on the highest priority issues',
    state: 'CLOSED',
    dotsPerVoter: ballot.votesPerParticipant,
    prioritiesToSelect: ballot.prioritiesToSelect,
    shuffleOptions: false,
    publishedOptions: published.issuesOnBallot,
    publishedDots: published.votesCast,
    publishedTopOptions: published.topIssues,
    publishedTopDots: published.topIssuesVotes,
    source: document.source,
  })
  const names = new Map(document.challengeAreas.map(({ key, name }) => [key, name]))
  const roll = document.issues.filter(({ votes }) => votes !== null)
  const rows = roll.map((issue, at) => ({
    id: v7(),
    roundId,
    issueId: must(issueIds, issue.title),
    position: at + 1,
    title: issue.title,
    areaName: names.get(issue.codedFrom[0] ?? '') ?? '',
    tableCodes: issue.codedFrom.map((key) => (names.get(key) ?? '').charAt(0)),
  }))
  await tx.insert(options).values(rows)
  const figures = roll.map(({ votes }) => votes ?? 0)
  await tx.insert(tallies).values(
    rows.map(({ id }, at) => ({
      roundId,
      optionId: id,
      channel: 'IMPORTED' as const,
      dots: figures[at] ?? 0,
    })),
  )
  const dots = figures.reduce((sum, votes) => sum + votes, 0)
  await tx.insert(channelTotals).values({ roundId, channel: 'IMPORTED', ballots: null, dots })
  return { roundId, optionIds: new Map(rows.map(({ title, id }) => [title, id])) }
}

async function insertPriorities(
  tx: Executor,
  workshopId: string,
  roundId: string,
  optionIds: Ids,
): Promise<void> {
  const statementIds: Ids = new Map()
  for (const [position, priority] of document.priorities.entries()) {
    const priorityId = v7()
    const statementId = v7()
    const optionId = must(optionIds, priority.fromIssue)
    await tx.insert(priorities).values({ id: priorityId, workshopId, roundId, optionId, position })
    await tx.insert(statements).values({ id: statementId, workshopId, position, title: priority.statement })
    await tx.insert(wordings).values({ statementId, title: priority.statement })
    await tx.insert(statementPriorities).values({ statementId, priorityId })
    await tx.insert(reasons).values({ statementId, text: priority.importantBecause, shownFirst: true })
    statementIds.set(priority.area, statementId)
  }
  const note = 'The summary document finds very strong similarities between the two.'
  for (const [one = '', other = ''] of document.similarPriorities) {
    const [statementId = '', similarId = ''] = [must(statementIds, one), must(statementIds, other)].sort()
    await tx.insert(similarStatements).values({ statementId, similarId, note })
  }
  for (const idea of document.ideas) {
    // The horizon's name is the document's; the database refuses one it does not know.
    const horizon = idea.horizon as Horizon
    const statementId = must(statementIds, idea.priority)
    await tx
      .insert(ideas)
      .values({ workshopId, statementId, horizon, text: idea.text, truncated: idea.truncated === true })
  }
}
