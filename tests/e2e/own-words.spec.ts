import type { BrowserContext, Page } from '@playwright/test'
import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test, watch } from './support/journey.ts'
import {
  declareAll,
  joinRoom,
  makeSecondDay,
  openStep,
  openVote,
  type SecondDay,
  seatAtTables,
  TAKEN_FORWARD,
  writeIdea,
} from './support/second-day.ts'

/** What people write and vote on a device is theirs, is sent once, and is told as waiting while it waits. */

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000, reducedMotion: 'reduce' })

const TWENTY = Array.from({ length: 20 }, (_, at) => at + 1)

/** How many rows of a workshop begin with a word, by the product's own lists. */
async function countOf(page: Page, day: SecondDay, field: 'issues' | 'ideas', word: string): Promise<number> {
  const text = field === 'issues' ? 'title' : 'text'
  const { found } = await ask<{
    found: Record<string, { edges: { node: Record<string, string> }[] }>
  }>(
    page.request,
    `query ($slug: String!) { found: workshop(slug: $slug) { ${field}(first: 100) { edges { node { ${text} } } } } }`,
    {
      slug: day.slug,
    },
  )
  return (found[field]?.edges ?? []).filter(({ node }) => node[text]?.startsWith(word)).length
}

async function slowLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 800,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}

test('on a slow line twenty issues, statements, ideas and comments become twenty of each', async ({
  page,
  browser,
}) => {
  test.setTimeout(420_000)
  const day = await makeSecondDay(page.request, 'Twenty on a slow line')
  const maya = await joinRoom(browser, 'Maya', day)
  await seatAtTables(page.request, day, { Maya: 'E1' })
  const phone = maya.page
  await slowLine(phone)
  const arrived = (count: () => Promise<number>) => expect.poll(count, { timeout: 120_000 }).toBe(20)

  await test.step('issues', async () => {
    await openStep(page.request, day, 'GATHER')
    await phone.goto(`/workshops/${day.slug}/issues`)
    for (const at of TWENTY) {
      await phone.getByLabel('Issue', { exact: true }).fill(`Slow issue ${at}`)
      await phone.getByRole('button', { name: 'Put it on the wall' }).click()
    }
    await arrived(() => countOf(page, day, 'issues', 'Slow issue'))
    await expect(phone.getByRole('list', { name: 'On their way to the wall' })).toHaveCount(0)
    await expect(phone.getByRole('article').filter({ hasText: /Slow issue \d+/ })).toHaveCount(20)
    expect(await countOf(page, day, 'issues', 'Slow issue')).toBe(20)
  })

  const round = await openVote(page.request, day)
  await declareAll(page.request, round, day, [maya.context.request])
  const ideaId = await writeIdea(page.request, day, { text: 'Ask before the visit', table: 'C1' })

  await test.step('statements', async () => {
    await openStep(page.request, day, 'REFRAME')
    await phone.goto(`/workshops/${day.slug}/priorities`)
    for (const at of TWENTY) {
      await phone.getByRole('button', { name: 'Write a problem statement' }).click()
      await phone.getByRole('checkbox', { name: TAKEN_FORWARD[1].title }).check()
      await phone.getByLabel('Problem statement').fill(`Slow statement ${at}`)
      await phone.getByRole('button', { name: 'Add the statement' }).click()
    }
    const statements = async () => {
      const { found } = await ask<{ found: { statements: { title: string }[] } }>(
        page.request,
        'query ($slug: String!) { found: workshop(slug: $slug) { statements { title } } }',
        { slug: day.slug },
      )
      return found.statements.filter(({ title }) => title.startsWith('Slow statement')).length
    }
    await arrived(statements)
    await expect(phone.getByRole('list', { name: 'On their way to the wall' })).toHaveCount(0)
    expect(await statements()).toBe(20)
  })

  await test.step('ideas', async () => {
    await openStep(page.request, day, 'IDEATE')
    await phone.goto(`/workshops/${day.slug}/ideas`)
    await phone.getByRole('button', { name: /^Write an idea.*four weeks.*lived experience/ }).click()
    for (const at of TWENTY) {
      await phone.getByLabel(/^Your idea/).fill(`Slow idea ${at}`)
      await phone.getByRole('button', { name: 'Put the idea on the wall' }).click()
    }
    await arrived(() => countOf(page, day, 'ideas', 'Slow idea'))
    await expect(phone.getByRole('list', { name: 'On their way to the wall' })).toHaveCount(0)
    expect(await countOf(page, day, 'ideas', 'Slow idea')).toBe(20)
  })

  await test.step('comments', async () => {
    await openStep(page.request, day, 'CRITIQUE')
    await phone.goto(`/workshops/${day.slug}/ideas/${ideaId}`)
    for (const at of TWENTY) {
      await phone.getByRole('radio', { name: /Question/ }).check()
      await phone
        .locator('form')
        .filter({ hasText: 'Add the comment' })
        .getByRole('textbox')
        .fill(`Slow comment ${at}`)
      await phone.getByRole('button', { name: 'Add the comment' }).click()
    }
    const comments = async () => {
      const { found } = await ask<{ found: { critiques: { text: string | null }[] } }>(
        page.request,
        'query ($id: ID!) { found: idea(id: $id) { critiques { text } } }',
        { id: ideaId },
      )
      return found.critiques.filter(({ text }) => text?.startsWith('Slow comment')).length
    }
    await arrived(comments)
    await expect(phone.getByRole('list', { name: 'On their way to the wall' })).toHaveCount(0)
    expect(await comments()).toBe(20)
  })
  expect(maya.complaints).toEqual([])
  await maya.context.close()
})

test('two tabs that write and vote without a connection keep the words, drafts and dots of both', async ({
  page,
  browser,
}) => {
  const day = await makeSecondDay(page.request, 'Two tabs, no connection')
  const maya = await joinRoom(browser, 'Maya', day)
  await seatAtTables(page.request, day, { Maya: 'E1' })
  await openStep(page.request, day, 'GATHER')
  const tabs = [maya.page, await maya.context.newPage()]
  for (const tab of tabs) await tab.goto(`/workshops/${day.slug}/issues`)
  await maya.context.setOffline(true)
  for (const [at, tab] of tabs.entries()) {
    await tab.getByLabel('Issue', { exact: true }).fill(`From tab ${at + 1}`)
    await tab.getByRole('button', { name: 'Put it on the wall' }).click()
    await expect(tab.getByText('No connection. This is kept on this device').first()).toBeVisible()
    await tab.getByLabel('Issue', { exact: true }).fill(`Draft of tab ${at + 1}`)
  }
  await maya.context.setOffline(false)
  await expect.poll(() => countOf(page, day, 'issues', 'From tab')).toBe(2)
  for (const [at, tab] of tabs.entries()) {
    await tab.reload()
    await expect(tab.getByLabel('Issue', { exact: true })).toHaveValue(`Draft of tab ${at + 1}`)
    await expect(tab.getByRole('article').filter({ hasText: /^From tab/ })).toHaveCount(2)
  }
  expect(await countOf(page, day, 'issues', 'From tab')).toBe(2)

  await openVote(page.request, day)
  // Nothing is on its way as the connection goes: a page that is being rendered anew at that moment is loaded whole instead.
  for (const tab of tabs) await tab.goto(`/workshops/${day.slug}/vote`, { waitUntil: 'networkidle' })
  const dot = (tab: Page, at: number) =>
    tab.getByRole('button', { name: new RegExp(`^Put a dot here.*${TAKEN_FORWARD[at]?.title}`) })
  await maya.context.setOffline(true)
  for (const [at, tab] of tabs.entries()) {
    await dot(tab, at).click()
    await expect(tab.getByText('No connection. Your last tap is kept on this device')).toBeVisible()
  }
  await maya.context.setOffline(false)
  for (const tab of tabs) {
    await expect(tab.getByRole('button', { name: /^Take the dot back/ })).toHaveCount(2)
    await expect(tab.getByText('1 of 1 person has voted')).toBeVisible()
  }
  // Back to a page that the browser kept as it was.
  const [first, second] = tabs
  if (!first || !second) throw new Error('There are two tabs.')
  await first.goto(`/workshops/${day.slug}`)
  await dot(second, 2).click()
  await expect(second.getByRole('button', { name: /^Take the dot back/ })).toHaveCount(3)
  await first.goBack()
  await expect(first.getByRole('button', { name: /^Take the dot back/ })).toHaveCount(3)
  await maya.context.close()
})

/** Somebody joins on a device that is handed round. */
async function joinOn(context: BrowserContext, name: string, day: SecondDay): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(`/j/${day.roomCode}`)
  await tab.getByLabel('Your name').fill(name)
  await tab.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(day.title)
  return tab
}

test('on a shared tablet nobody reads or sends what another has left', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'A tablet handed round')
  await openStep(page.request, day, 'GATHER')
  const tablet = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const complaints = watch(tablet)
  const anna = await joinOn(tablet, 'Anna', day)
  await seatAtTables(page.request, day, { Anna: 'E1' })
  await anna.goto(`/workshops/${day.slug}/issues`)
  await anna.route('**/api/graphql', (route) => route.abort())
  await anna.getByLabel('Issue', { exact: true }).fill('Anna waits')
  await anna.getByRole('button', { name: 'Put it on the wall' }).click()
  await expect(anna.getByText('No connection. This is kept on this device').first()).toBeVisible()
  await anna.getByLabel('Issue', { exact: true }).fill('Anna has not finished')

  // Anna’s session ends without a word, and Ben joins on the same tablet while her tab is still open.
  const annas = await tablet.cookies()
  await tablet.clearCookies()
  const ben = await joinOn(tablet, 'Ben', day)
  await seatAtTables(page.request, day, { Ben: 'C1' })
  await ben.goto(`/workshops/${day.slug}/issues`)
  await expect(ben.getByLabel('Issue', { exact: true })).toHaveValue('')
  await expect(ben.getByText('Anna waits')).toHaveCount(0)
  await anna.unroute('**/api/graphql')
  await expect(
    anna.getByText('You are no longer signed in. This is kept on this device').first(),
  ).toBeVisible()
  await ben.getByLabel('Issue', { exact: true }).fill('Ben’s own')
  await ben.getByRole('button', { name: 'Put it on the wall' }).click()
  await expect(ben.getByRole('article').filter({ hasText: 'Ben’s own' })).toBeVisible()
  expect(await countOf(page, day, 'issues', 'Anna')).toBe(0)

  // Ben signs out, though he has no account: his draft goes, Anna’s words stay hers.
  await ben.getByLabel('Issue', { exact: true }).fill('Ben has not finished')
  await ben.getByRole('link', { name: 'Sign out' }).click()
  await expect(ben.getByRole('heading', { level: 1 })).toHaveText('Sign out of this device')
  await expectGoodPage(ben)
  await ben.getByRole('button', { name: 'Sign out' }).click()
  await expect(ben.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  expect(await ben.evaluate(() => JSON.stringify(localStorage))).not.toContain('Ben has not finished')

  // Anna comes back: what waited is sent by itself, as hers and at her table.
  await tablet.clearCookies()
  await tablet.addCookies(annas)
  await anna.reload()
  await expect(anna.getByRole('article').filter({ hasText: 'Anna waits' })).toContainText('E1')
  await expect(anna.getByLabel('Issue', { exact: true })).toHaveValue('Anna has not finished')
  expect(await countOf(page, day, 'issues', 'Anna')).toBe(1)
  expect(complaints).toEqual([])
  await tablet.close()
})
