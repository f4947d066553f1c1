import type { APIRequestContext, Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { v7 } from 'uuid'
import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import { declareAll, joinRoom, makeSecondDay, openVote, type SecondDay } from './support/second-day.ts'

/** One messy workshop, and the same figures on every page and in every file that shows them (docs/figures.md). */

test.use({ storageState: ADMINISTRATOR })

const REFUSED = '... on Refusal { message }'
const act = (request: APIRequestContext, head: string, call: string, variables: Record<string, unknown>) =>
  ask(request, `mutation (${head}) { ${call} { __typename ${REFUSED} } }`, variables)

/** Five people who were invited and have not come, and post-its that are merged, hidden and withdrawn. */
async function makeMess(request: APIRequestContext, day: SecondDay): Promise<void> {
  const lines = Array.from({ length: 5 }, (_, at) => `invited-${at}-${day.roomCode}@example.org`).join('\n')
  const input = { workshopId: day.id, lines, dryRun: false }
  await act(request, '$input: InviteParticipantsInput!', 'inviteParticipants(input: $input)', { input })
  const ids: string[] = []
  for (const title of ['Raised', 'Also raised', 'Merged', 'Hidden', 'Withdrawn']) {
    const issue = {
      id: v7(),
      workshopId: day.id,
      areaId: day.areas[0]?.id,
      title,
      tableId: day.tables[0]?.id,
    }
    await act(request, '$input: WriteIssueInput!', 'writeIssue(input: $input)', { input: issue })
    ids.push(issue.id)
  }
  const [intoId, , merged, hidden, withdrawn] = ids
  await act(request, '$intoId: ID!, $ids: [ID!]!', 'mergeIssues(intoId: $intoId, issueIds: $ids)', {
    intoId,
    ids: [merged],
  })
  await act(request, '$id: ID!', 'hideIssue(issueId: $id, reason: "Names a person")', { id: hidden })
  await act(request, '$id: ID!', 'withdrawIssue(issueId: $id)', { id: withdrawn })
}

async function enterPaper(request: APIRequestContext, roundId: string, optionIds: readonly string[]) {
  const figures = optionIds.map((optionId, at) => ({ optionId, dots: at < 2 ? 1 : 0 }))
  for (const entry of ['FIRST', 'SECOND']) {
    const input = { roundId, entry, ballots: 1, figures }
    await act(request, '$input: EnterPaperDotsInput!', 'enterPaperDots(input: $input)', { input })
  }
}

async function expectOn(page: Page, path: string, ...sentences: (string | RegExp)[]): Promise<void> {
  await page.goto(path)
  for (const sentence of sentences) await expect(page.locator('body')).toContainText(sentence)
}

test('a messy workshop has the same figures on every page and in every file', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'Figures of a messy workshop')
  await makeMess(page.request, day)
  const round = await openVote(page.request, day)
  const people = [await joinRoom(browser, 'Maya', day), await joinRoom(browser, 'Noor', day)]
  const [maya] = people
  if (maya === undefined) throw new Error('Maya has joined.')
  const desk = `/dashboard/workshops/${day.slug}`
  await enterPaper(page.request, round.roundId, round.optionIds)

  await test.step('while people vote', async () => {
    await act(maya.context.request, '$w: ID!, $o: ID!', 'castVote(workshopId: $w, optionId: $o)', {
      w: day.id,
      o: round.optionIds[0],
    })
    await expectOn(
      page,
      desk,
      /Participants\s*2\s*5 more invited/,
      /Issues\s*6\s*9 post-its: 1 merged, 1 hidden, 1 withdrawn/,
      /Dots\s*3/,
    )
    await expectOn(page, `${desk}/voting/${round.roundId}`, '2 of 2 people voted (100%)', '3 dots placed')
    await expectOn(page, `/workshops/${day.slug}/results`, '2 of 2 people voted (100%)')
    await expectOn(maya.page, `/workshops/${day.slug}/vote`, '2 of 2 people have voted')
    await expectOn(maya.page, `/workshops/${day.slug}`, '2 participants, 5 more invited', '6 issues, 3 dots')
    await expectOn(maya.page, `/workshops/${day.slug}/issues`, '6 issues')
  })

  // Maya has one dot, and Noor none: now both give all their four, beside the paper ballot with two.
  await declareAll(
    page.request,
    round,
    day,
    people.map(({ context }) => context.request),
  )

  await test.step('once voting is closed', async () => {
    const over = '3 people voted, more than the 2 who joined'
    await expectOn(page, '/dashboard?projects=60')
    const row = page.getByRole('row').filter({ hasText: day.title })
    await expect(row.getByRole('cell').nth(2)).toHaveText('Participants2')
    await expect(row.getByRole('cell').nth(3)).toHaveText('Issues6')
    await expect(row.getByRole('cell').nth(4)).toHaveText('Dots10')
    const { found } = await ask<{ found: { project: { id: string } } }>(
      page.request,
      'query ($slug: String!) { found: workshop(slug: $slug) { project { id } } }',
      { slug: day.slug },
    )
    const project = `/dashboard/projects/${found.project.id}`
    await expectOn(page, project, '2 participants, 5 more invited, 6 issues, 10 dots', '6 issues gathered')
    await expectOn(page, desk, /Participants\s*2\s*5 more invited/, /Issues\s*6/, /Dots\s*10/)
    await expectOn(
      page,
      `/workshops/${day.slug}/results`,
      over,
      '3 ballots of 4 dots can hold 12 votes, and 10 are on them.',
      /Dots left unused\s*2/,
    )
    await expectGoodPage(page)
  })

  await test.step('for everybody outside', async () => {
    await act(page.request, '$id: ID!', 'publishWorkshop(id: $id, published: true)', { id: day.id })
    const published = { workshopId: day.id, audience: 'EVERYBODY' }
    await act(page.request, '$input: PublishWriteUpInput!', 'publishWriteUp(input: $input)', {
      input: published,
    })
    const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } })
    const reader = await stranger.newPage()
    await expectOn(reader, `/workshops/${day.slug}`, /2 participants(?!,)/, '6 issues, 10 dots')
    await expectOn(reader, '/', /2 participants, 6 issues/)
    await expectOn(reader, `/workshops/${day.slug}/results`, '3 people voted, more than the 2 who joined')
    await expectOn(reader, `/workshops/${day.slug}/write-up`, /2 participants/)
    await expectOn(
      reader,
      `/embed/workshops/${day.slug}/results`,
      '3 ballots of 4 dots can hold 12 votes, and 10 are on them.',
    )
    const pdf = await stranger.request.get(`/api/write-ups/workshops/${day.slug}/write-up.pdf`)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), {
      mergePages: true,
    })
    expect(text.replace(/\s+/g, ' ')).toContain('2 participants')
    await stranger.close()
  })
  for (const { context, complaints } of people) {
    expect(complaints).toEqual([])
    await context.close()
  }
})
