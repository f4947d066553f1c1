import type { APIRequestContext, Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import {
  type Activity,
  joinRoom,
  makeSecondDay,
  moveStep,
  openStep,
  type SecondDay,
  seatAtTables,
  voteForAll,
  writeIdea,
} from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000 })

test('words that were being written when their step ended stay in sight', async ({ page, browser }) => {
  test.setTimeout(240_000)
  const day = await makeSecondDay(page.request, 'Peer support, in a hurry')
  const maya = await joinRoom(browser, 'Maya', day)
  await seatAtTables(page.request, day, { Maya: 'E1' })
  const room = { request: page.request, day, phone: maya.page }
  await maya.page.setViewportSize({ width: 390, height: 844 })

  await test.step('an issue, which comes back when the step is open again', async () => {
    await openStep(page.request, day, 'GATHER')
    await maya.page.goto(`/workshops/${day.slug}/issues`)
    const field = maya.page.getByLabel('Issue', { exact: true })
    await field.fill('Letters arrive after')
    await expectKept(room, 'GATHER', 'Letters arrive after')
    await maya.page.reload()
    await expect(maya.page.getByText('Letters arrive after')).toBeVisible()
    await moveStep(page.request, day, 'GATHER', { from: 'DONE', to: 'OPEN' })
    await expect(field).toHaveValue('Letters arrive after')
    await expect(maya.page.getByText('Your words are kept', { exact: false }).first()).toBeHidden()
    await field.fill('')
  })

  await test.step('a statement', async () => {
    await voteForAll(page.request, day, [maya.context.request])
    await openStep(page.request, day, 'REFRAME')
    await maya.page.goto(`/workshops/${day.slug}/priorities`)
    await maya.page.getByRole('button', { name: 'Write a problem statement' }).click()
    await maya.page.getByLabel('Problem statement').fill('How might we write')
    await expectKept(room, 'REFRAME', 'How might we write')
  })

  await test.step('an idea, which is thrown away and brought back', async () => {
    await writeIdea(page.request, day, { text: 'Ask before the visit', table: 'C1' })
    await openStep(page.request, day, 'IDEATE')
    await maya.page.goto(`/workshops/${day.slug}/ideas`)
    await maya.page.getByRole('button', { name: /^Write an idea.*four weeks/ }).click()
    await maya.page.getByLabel(/^Your idea/).fill('Write to people')
    await expectKept(room, 'IDEATE', 'Write to people')
    await maya.page.getByRole('button', { name: 'Throw these words away' }).click()
    await expect(maya.page.getByText('Write to people')).toBeHidden()
    await maya.page.getByRole('button', { name: 'Undo' }).click()
    await expect(maya.page.getByText('Write to people')).toBeVisible()
  })

  await test.step('a comment', async () => {
    await openStep(page.request, day, 'CRITIQUE')
    await maya.page.goto(`/workshops/${day.slug}/ideas`)
    await maya.page.getByRole('link', { name: 'Ask before the visit' }).first().click()
    await maya.page.getByLabel('Your comment').fill('Who would ask')
    await expectKept(room, 'CRITIQUE', 'Who would ask')
  })

  expect(maya.complaints).toEqual([])
  await maya.context.close()
})

/** Ends the step, and looks for the words and what is said of them. */
async function expectKept(
  { request, day, phone }: { request: APIRequestContext; day: SecondDay; phone: Page },
  activity: Activity,
  words: string,
): Promise<void> {
  await moveStep(request, day, activity, { from: 'OPEN', to: 'DONE' })
  const sentence = `“Step ${activity}” has ended. Your words are kept on this device`
  await expect(phone.getByText(`${sentence}:`)).toBeVisible()
  await expect(phone.getByRole('main').getByText(words, { exact: true })).toBeVisible()
  await expect(phone.locator('[aria-live=polite]', { hasText: `${sentence}.` })).toHaveCount(1)
  await expectGoodPage(phone)
}
