import type { BrowserContext, Locator, Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, test } from './support/journey.ts'
import {
  joinRoom,
  makeSecondDay,
  moveStep,
  openStep,
  openVote,
  type SecondDay,
  seatAtTables,
  TAKEN_FORWARD,
  voteForAll,
  writeIdea,
} from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

/** Ways in which an act does not come through, each with how to set it up and how to end it. */
const FAILURES = {
  'without a connection': {
    begin: (context: BrowserContext) => context.setOffline(true),
    end: (context: BrowserContext) => context.setOffline(false),
  },
  'with a line that is cut after 800 ms': {
    begin: (context: BrowserContext) =>
      context.route('**/api/graphql', async (route) => {
        await new Promise((resume) => setTimeout(resume, 800))
        await route.abort('connectionreset')
      }),
    end: (context: BrowserContext) => context.unrouteAll({ behavior: 'wait' }),
  },
  'while the gateway answers 503': {
    begin: (context: BrowserContext) =>
      context.route('**/api/graphql', (route) => route.fulfill({ status: 503, body: 'Unavailable' })),
    end: (context: BrowserContext) => context.unrouteAll({ behavior: 'wait' }),
  },
}
const NOT_SAVED = /not saved\. Try again/

/** Keeps every sentence that a screen reader is given. */
async function listen(context: BrowserContext) {
  await context.addInitScript(() => {
    const said: string[] = []
    let last = ''
    Object.assign(window, { said })
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver(() => {
        for (const id of ['announcements-a', 'announcements-b']) {
          const words = document.getElementById(id)?.textContent ?? ''
          if (words === '' || words === last) continue
          last = words
          said.push(words)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  })
}
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0))
const done = (page: Page) => page.getByRole('region', { name: 'What was just done' })

async function writeIssue(page: Page, day: SecondDay, title: string) {
  const id = v7()
  await ask(
    page.request,
    `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ... on Refusal { message } } }`,
    { input: { id, workshopId: day.id, areaId: day.areas[0]?.id, title, tableId: day.tables[0]?.id } },
  )
  return id
}

/** The act is said not to be saved, in a message that is then put away, so that the next act has its own. */
async function expectNotSaved(page: Page) {
  await expect(done(page)).toContainText(NOT_SAVED, { timeout: 40_000 })
  await done(page).getByRole('button', { name: 'Put this message away' }).click()
}

/** Presses a button whose act comes through, and waits for the page that shows it: what is cut off then is loaded anew. */
async function saved(page: Page, button: Locator) {
  const shownAnew = page.waitForResponse((response) => response.url().includes('_rsc='))
  await button.click()
  await shownAnew
}

/** Opens a step in which tables decide about their issues. */
async function openShortlist(page: Page, day: SecondDay) {
  const { addStep } = await ask<{ addStep: { step: { id: string } } }>(
    page.request,
    `mutation ($input: AddStepInput!) { addStep(input: $input) {
      __typename ... on StepSuccess { step { id } } ... on Refusal { message } } }`,
    { input: { workshopId: day.id, title: 'Shortlisting', activity: 'SHORTLIST' } },
  )
  const steps = { ...day.steps, GATHER: addStep.step.id }
  await moveStep(page.request, { ...day, steps }, 'GATHER', { from: 'PLANNED', to: 'OPEN' })
}

for (const [how, { begin, end }] of Object.entries(FAILURES)) {
  test(`${how} nothing is said to be decided, and its undoing neither`, async ({ page, browser }) => {
    const day = await makeSecondDay(page.request, `Deciding ${how}`)
    const { page: anna, context } = await joinRoom(browser, 'Anna', day)
    await seatAtTables(page.request, day, { Anna: 'E1' })
    const [decided, raised] = [
      await writeIssue(page, day, 'Is decided'),
      await writeIssue(page, day, 'Is not'),
    ]
    await openShortlist(page, day)
    await listen(context)
    await anna.goto(`/workshops/${day.slug}/issues`)
    const card = (id: string | undefined) => anna.locator(`#issue-${id}`)
    const press = (id: string | undefined, name: string | RegExp) =>
      card(id).getByRole('button', { name }).click()
    await saved(anna, card(decided).getByRole('button', { name: 'Put forward' }))
    await expect(done(anna)).toContainText('The issue is put forward.')
    await said(anna)

    await begin(context)
    await done(anna).getByRole('button', { name: 'Undo' }).click()
    await expectNotSaved(anna)
    await expect(card(decided).getByRole('button', { name: 'Not decided yet' })).toBeVisible()
    await press(raised, 'Put forward')
    await expectNotSaved(anna)
    await expect(card(raised).getByRole('button', { name: 'Put forward' })).toBeVisible()
    await expect(card(raised).getByText('Put forward', { exact: true })).toHaveCount(0)
    await press(raised, /^Do not choose/)
    await press(raised, /^Do not choose it/)
    await expectNotSaved(anna)
    await expect(card(raised).getByText('Not chosen', { exact: true })).toHaveCount(0)
    expect((await said(anna)).join(' ')).not.toMatch(/is put forward|not chosen|back to raised/)

    await end(context)
    await anna.reload()
    await expect(card(decided).getByText('Put forward', { exact: true })).toBeVisible()
    await expect(card(raised).getByText('Put forward', { exact: true })).toHaveCount(0)
    await context.close()
  })

  test(`${how} nothing is said to be supported`, async ({ page, browser }) => {
    const day = await makeSecondDay(page.request, `Supporting ${how}`)
    const { page: anna, context } = await joinRoom(browser, 'Anna', day)
    await voteForAll(page.request, day, [context.request])
    for (const text of ['Pay people', 'Ask people']) await writeIdea(page.request, day, { text, table: 'E1' })
    await openStep(page.request, day, 'CRITIQUE')
    await listen(context)
    await anna.goto(`/workshops/${day.slug}/ideas`)
    const support = (text: string) => anna.getByRole('button', { name: `Support “${text}”` })
    await saved(anna, support('Pay people'))
    await expect(done(anna)).toContainText('You support this idea.')
    await said(anna)

    await begin(context)
    await support('Ask people').click()
    await expectNotSaved(anna)
    await expect(support('Ask people')).toHaveAttribute('aria-pressed', 'false')
    await support('Pay people').click()
    await expectNotSaved(anna)
    await expect(support('Pay people')).toHaveAttribute('aria-pressed', 'true')
    expect((await said(anna)).join(' ')).not.toMatch(/You support|no longer support/)
    await end(context)
    await context.close()
  })
}

test('a decision that is undone is undone', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'Undoing decisions')
  const { page: anna, context, complaints } = await joinRoom(browser, 'Anna', day)
  await seatAtTables(page.request, day, { Anna: 'E1' })
  const id = await writeIssue(page, day, 'Nobody is paid')
  await openShortlist(page, day)
  await anna.goto(`/workshops/${day.slug}/issues`)
  const card = anna.locator(`#issue-${id}`)
  await card.getByRole('button', { name: 'Put forward' }).click()
  await done(anna).getByRole('button', { name: 'Undo' }).click()
  await expect(done(anna)).toContainText('The issue is back to raised.')
  await expect(card.getByRole('button', { name: 'Not decided yet' })).toHaveCount(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('a dot is said to be there when the server has it, and to wait while it waits', async ({
  page,
  browser,
}) => {
  const day = await makeSecondDay(page.request, 'Dots on a slow line')
  const { page: anna, context } = await joinRoom(browser, 'Anna', day)
  await openVote(page.request, day)
  await listen(context)
  await anna.goto(`/workshops/${day.slug}/vote`)
  const option = (at: number) => anna.getByRole('listitem').filter({ hasText: TAKEN_FORWARD[at]?.title })
  const put = (at: number) => option(at).getByRole('button', { name: /^Put a dot here/ })
  await put(0).waitFor()
  await anna.waitForLoadState('networkidle')
  await said(anna)

  let answer = () => {}
  await context.route('**/api/graphql', async (route) => {
    if (route.request().postData()?.includes('astVote')) {
      await new Promise<void>((resume) => {
        answer = resume
      })
    }
    await route.continue()
  })
  await put(0).click()
  await expect(option(0).getByText('Your dot is on its way')).toBeAttached()
  await expect.poll(() => said(anna), { intervals: [1_500] }).toEqual(['Sending.'])
  answer()
  await expect(option(0).getByText('Your dot is here')).toBeAttached()
  expect(await said(anna)).toEqual([`Dot on ${TAKEN_FORWARD[0].title}. 3 of 4 dots left.`])
  await context.unroute('**/api/graphql')

  await context.setOffline(true)
  await put(1).click()
  await expect(anna.getByText(/^No connection\. Your last tap/)).toBeVisible()
  await put(2).click()
  const words = await said(anna)
  expect(words.at(-1)).toBe(`The dot on ${TAKEN_FORWARD[2].title} waits to be sent. 1 of 4 dots left.`)
  expect(words.filter((sentence) => sentence.startsWith('Dot on'))).toEqual([])
  await context.setOffline(false)
  await expect(option(2).getByText('Your dot is here')).toBeAttached({ timeout: 40_000 })
  expect((await said(anna)).filter((sentence) => sentence.startsWith('Dot on'))).toHaveLength(2)
  await context.close()
})
