import { v7 } from 'uuid'
import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import {
  joinRoom,
  makeSecondDay,
  openStep,
  seatAtTables,
  voteForAll,
  writeIdea,
} from './support/second-day.ts'

const UNKIND = 'Only somebody like Tom could think of this'
const REPORTED_FOR = 'It is about a person'
const HIDDEN_FOR = 'It speaks of a person and not of the idea'

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000 })

test('a comment is reported, hidden with a reason that its author reads, and logged', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const day = await makeSecondDay(page.request, 'Peer support: words that hurt')
  const [maya, tom] = await Promise.all([joinRoom(browser, 'Maya', day), joinRoom(browser, 'Tom', day)])
  await seatAtTables(page.request, day, { Maya: 'E1', Tom: 'C1' })
  await voteForAll(page.request, day, [maya.context.request, tom.context.request])
  const ideaId = await writeIdea(page.request, day, { text: 'Pay peer supporters', table: 'C1' })
  await openStep(page.request, day, 'CRITIQUE')
  await ask(
    maya.context.request,
    `mutation ($input: WriteCritiqueInput!) {
      writeCritique(input: $input) { __typename ... on Refusal { message } } }`,
    { input: { id: v7(), ideaId, kind: 'QUESTION', text: UNKIND, pin: { x: 300, y: 200 } } },
  )
  const idea = `/workshops/${day.slug}/ideas/${ideaId}`

  await test.step('Tom reports it', async () => {
    await tom.page.goto(idea)
    const comment = tom.page.getByRole('article').filter({ hasText: UNKIND })
    await comment.getByText(/^More/).click()
    await comment.getByRole('button', { name: /^Report/ }).click()
    await comment.getByLabel('What is wrong with it').fill(REPORTED_FOR)
    await comment.getByRole('button', { name: /^Report the comment/ }).click()
    await expect(comment).toContainText('You reported this.')
    await expectGoodPage(tom.page)
  })

  await test.step('the facilitator hides it, which settles the report', async () => {
    await page.goto(`/dashboard/workshops/${day.slug}/moderation`)
    const report = page.getByRole('listitem').filter({ hasText: REPORTED_FOR })
    await expect(report).toContainText(UNKIND)
    await expectGoodPage(page)
    await report.getByRole('button', { name: 'Hide the comment' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill(HIDDEN_FOR)
    await page.getByRole('dialog').getByRole('button', { name: 'Hide the comment' }).click()
    // Hiding it was the answer to the report.
    await expect(page.getByRole('heading', { name: 'No open reports' })).toBeVisible()
  })

  await test.step('the log says what was done, by whom and why, and not whose words they were', async () => {
    const log = page.getByRole('table', { name: 'The log' })
    await expect(log.getByRole('row').filter({ hasText: 'Reported' })).toContainText(REPORTED_FOR)
    await expect(log.getByRole('row').filter({ hasText: 'Comment hidden' })).toContainText(HIDDEN_FOR)
    await expect(log).not.toContainText('Maya')
    await expectGoodPage(page)
  })

  await test.step('its author reads why; others read neither the words nor the reason', async () => {
    await maya.page.goto(idea)
    await expect(maya.page.getByText(`Hidden by a facilitator: ${HIDDEN_FOR}`)).toBeVisible()
    await expect(maya.page.getByText(UNKIND)).toBeVisible()
    await expectGoodPage(maya.page)
    await tom.page.goto(idea)
    await expect(tom.page.getByRole('heading', { level: 1 })).toHaveText('Pay peer supporters')
    for (const words of [UNKIND, HIDDEN_FOR]) await expect(tom.page.getByText(words)).toHaveCount(0)
  })

  for (const { complaints, context } of [maya, tom]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

test('Ctrl or ⌘ with K opens the search over whatever staff are at', async ({ page }) => {
  await page.goto('/workshops/sample-second-day/ideas')
  // The keys are heard as soon as the page is awake.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByLabel('Words to find')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Meta+k')
  await expect(page.getByLabel('Words to find')).toBeFocused()
  await page.keyboard.type('evidence')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=evidence')
  await expectGoodPage(page)
})
