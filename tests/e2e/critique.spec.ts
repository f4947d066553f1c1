import type { Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import { pressOn } from './support/keyboard.ts'
import {
  joinRoom,
  makeSecondDay,
  openStep,
  seatAtTables,
  TAKEN_FORWARD,
  voteForAll,
} from './support/second-day.ts'

/** How the four priorities of July 2017 were reworded, each by one of the two tables. */
const STATEMENTS = [
  { by: 'Maya', title: 'How can we use lived experience to drive the system?' },
  { by: 'Tom', title: 'Equity between peer support and medical model' },
  { by: 'Maya', title: 'Shifting the power from ‘over’ to ‘with’' },
  { by: 'Tom', title: 'How can we ensure that health professionals routinely refer?' },
] as const

const MAYAS_IDEA = 'Ask people with lived experience to open every board meeting'
const TOMS_IDEA = 'Pay peer supporters on the same scale'

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000 })

test('two tables take four priorities to criticised ideas, one of them by keyboard alone', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const title = 'Peer support: the second day'
  const day = await makeSecondDay(page.request, title)
  const [maya, tom] = await Promise.all([joinRoom(browser, 'Maya', day), joinRoom(browser, 'Tom', day)])
  await seatAtTables(page.request, day, { Maya: 'E1', Tom: 'C1' })
  await voteForAll(page.request, day, [maya.context.request, tom.context.request])

  await test.step('both reword priorities, and say why they are important', async () => {
    await openStep(page.request, day, 'REFRAME')
    await maya.page.goto(`/workshops/${day.slug}/priorities`)
    for (const [at, { by, title }] of STATEMENTS.entries())
      if (by === 'Maya') await reword(maya.page, TAKEN_FORWARD[at]?.title ?? '', title)
    await maya.page.getByRole('button', { name: /^Say why it is important.*lived experience/ }).click()
    await maya.page.getByLabel(/This is important because/).fill('People who have lived it know.')
    await maya.page.getByRole('button', { name: 'Add the reason' }).click()
    await expect(maya.page.getByText('People who have lived it know.').first()).toBeVisible()
    await expectGoodPage(maya.page)
    await tom.page.goto(`/workshops/${day.slug}/priorities`)
    for (const [at, { by, title }] of STATEMENTS.entries())
      if (by === 'Tom') await rewordByKeyboard(tom.page, TAKEN_FORWARD[at]?.title ?? '', title)
  })

  await test.step('both write ideas', async () => {
    await openStep(page.request, day, 'IDEATE')
    await maya.page.goto(`/workshops/${day.slug}/ideas`)
    await maya.page.getByRole('button', { name: /^Write an idea.*next four weeks.*lived experience/ }).click()
    await maya.page.getByLabel(/^Your idea/).fill(MAYAS_IDEA)
    await maya.page.getByRole('button', { name: 'Put the idea on the wall' }).click()
    await expect(maya.page.getByRole('article').filter({ hasText: MAYAS_IDEA })).toBeVisible()
    await expectGoodPage(maya.page)

    await tom.page.goto(`/workshops/${day.slug}/ideas`)
    const opener = tom.page.getByRole('button', {
      name: /^Write an idea.*long-term change.*Equity/,
    })
    await pressOn(tom.page, opener)
    await tom.page.keyboard.type(TOMS_IDEA)
    await tom.page.keyboard.press('Tab')
    await tom.page.keyboard.press('Enter')
    await expect(tom.page.getByRole('article').filter({ hasText: TOMS_IDEA })).toBeVisible()
  })

  await test.step('each reads the other table’s idea and comments on it', async () => {
    await openStep(page.request, day, 'CRITIQUE')
    await maya.page.goto(`/workshops/${day.slug}/ideas`)
    await maya.page
      .getByRole('region', { name: 'Read these next' })
      .getByRole('link', { name: TOMS_IDEA })
      .click()
    await maya.page.getByRole('radio', { name: /Unintended consequence/ }).check()
    await maya.page
      .getByLabel('What unintended consequences can you foresee?', { exact: true })
      .fill('Volunteers may feel left out')
    await maya.page.getByRole('button', { name: 'Add the comment' }).click()
    await expect(
      maya.page.getByRole('article').filter({ hasText: 'Volunteers may feel left out' }),
    ).toBeVisible()
    await expectGoodPage(maya.page)

    await tom.page.goto(`/workshops/${day.slug}/ideas`)
    await pressOn(tom.page, tom.page.getByRole('link', { name: MAYAS_IDEA }).first())
    await expect(tom.page).toHaveURL(/\/ideas\/[\w-]+$/)
    await pressOn(tom.page, tom.page.getByRole('radio', { name: /Unintended consequence/ }), ' ')
    await tom.page.keyboard.press('ArrowDown')
    await expect(tom.page.getByRole('radio', { name: /Could work really well/ })).toBeChecked()
    await pressOn(tom.page, tom.page.getByLabel('What could work really well?', { exact: true }), null)
    await tom.page.keyboard.type('Boards listen when a person speaks')
    await tom.page.keyboard.press('Tab')
    await tom.page.keyboard.press('Enter')
    await expect(
      tom.page.getByRole('article').filter({ hasText: 'Boards listen when a person speaks' }),
    ).toBeVisible()
    await expectGoodPage(tom.page)
  })

  await test.step('Tom answers by keyboard, and his table resolves the thread', async () => {
    await tom.page.goto(`/workshops/${day.slug}/ideas`)
    await pressOn(tom.page, tom.page.getByRole('link', { name: TOMS_IDEA }).first())
    await pressOn(tom.page, tom.page.getByRole('button', { name: 'Answer “Volunteers may feel left out”' }))
    await tom.page.keyboard.type('Then they choose: paid or not')
    await tom.page.keyboard.press('Tab')
    await tom.page.keyboard.press('Enter')
    await expect(tom.page.getByText('Then they choose: paid or not').first()).toBeVisible()
    await expectGoodPage(tom.page)
  })

  await test.step('the board shows both ideas, and a card opens beside it', async () => {
    await maya.page.goto(`/workshops/${day.slug}/board`)
    await expect(maya.page.getByText(TOMS_IDEA).first()).toBeVisible()
    await expectGoodPage(maya.page)
  })

  await test.step('Maya follows what became of what she wrote', async () => {
    await maya.page.goto(`/workshops/${day.slug}`)
    await maya.page.getByRole('link', { name: 'What became of my post-its' }).click()
    await expect(maya.page.getByRole('heading', { level: 1 })).toHaveText('What became of my post-its')
    await expect(maya.page.getByRole('link', { name: MAYAS_IDEA }).first()).toBeVisible()
    await expectGoodPage(maya.page)
  })

  await test.step('nobody without a seat reads it until the workshop is published', async () => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
    const reader = await context.newPage()
    const paths = ['', '/priorities', '/ideas', '/board'].map((rest) => `/workshops/${day.slug}${rest}`)
    for (const path of paths) {
      const response = await reader.goto(path)
      expect([path, response?.status()]).toEqual([path, 404])
      expect(await response?.text()).not.toContain(MAYAS_IDEA)
    }
    await page.goto(`/dashboard/workshops/${day.slug}/set-up`)
    await page.getByRole('button', { name: 'Publish this workshop' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Stop publishing' })).toBeVisible()
    await reader.goto(`/workshops/${day.slug}/ideas`)
    await expect(reader.getByText(MAYAS_IDEA).first()).toBeVisible()
    await expect(reader.getByRole('main')).not.toContainText('Maya')
    await expectGoodPage(reader)
    await context.close()
  })

  for (const { complaints, context } of [maya, tom]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function reword(page: Page, priority: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Write a problem statement' }).click()
  await page.getByRole('checkbox', { name: priority }).check()
  await page.getByLabel('Problem statement').fill(title)
  await page.getByRole('button', { name: 'Add the statement' }).click()
  await expect(page.getByRole('heading', { name: title }).first()).toBeVisible()
}

async function rewordByKeyboard(page: Page, priority: string, title: string): Promise<void> {
  await pressOn(page, page.getByRole('button', { name: 'Write a problem statement' }))
  await pressOn(page, page.getByRole('checkbox', { name: priority }), ' ')
  await pressOn(page, page.getByLabel('Problem statement'), null)
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: title }).first()).toBeVisible()
}
