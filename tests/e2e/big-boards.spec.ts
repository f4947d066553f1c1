import type { Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

const CARDS = 3_000
const HORIZONS = ['FOUR_WEEKS', 'ONE_YEAR', 'LONG_TERM']
const cards = (page: Page) => page.locator('.board').getByRole('button', { name: /^Idea: / })

/** The second sample day with so many ideas, made from its archive as staff make one. Answers its address. */
async function makeBigBoard(page: Page, count: number): Promise<string> {
  const saved = await page.request.get('/api/write-ups/workshops/sample-second-day/archive.json')
  const archive = await saved.json()
  const [first] = archive.ideas
  archive.workshop.title = `A board with ${count} cards`
  archive.ideas = Array.from({ length: count }, (_, at) => ({
    ...first,
    statement: at % archive.statements.length,
    horizon: HORIZONS[Math.floor(at / archive.statements.length) % 3],
    text: `Idea number ${at + 1}: offer peer support in every ward, and say who pays for it.`,
    place: null,
    merged: [],
    comments: first.comments.slice(0, at % 3),
  }))
  await page.goto('/dashboard')
  const project = page.locator('main a[href^="/dashboard/projects/0"]').first()
  await page.goto(`${await project.getAttribute('href')}/import-workshop`)
  const buffer = Buffer.from(JSON.stringify(archive))
  await page.getByLabel('Archive').setInputFiles({ name: 'big.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Make this workshop' }).click()
  await expect(page).toHaveURL(/\/dashboard\/workshops\//, { timeout: 60_000 })
  return `/workshops/${page.url().split('/').at(-1)}/board`
}

/** Presses Tab so often, and answers how many milliseconds each took until another card had the focus. */
async function timeTabs(page: Page, presses: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    let pressed = 0
    document.addEventListener('keydown', () => (pressed = performance.now()), true)
    document.addEventListener('focusin', () => times.push(performance.now() - pressed), true)
    Object.assign(window, { times })
  })
  for (let press = 1; press <= presses; press += 1) {
    await page.keyboard.press('Tab')
    await page.waitForFunction((so) => (window as unknown as { times: number[] }).times.length >= so, press)
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times)
}

test('with 3,000 cards the board offers the outline, and Tab goes from card to card at once', async ({
  page,
}) => {
  test.slow()
  const board = await makeBigBoard(page, CARDS)
  await page.goto(board)
  await cards(page).first().waitFor()
  await expect(page.getByText(`There are 3,000 cards on this board.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show the whole board' })).toHaveCount(0)
  await expectGoodPage(page)

  await cards(page).first().focus()
  const times = await timeTabs(page, 40)
  const sorted = [...times].sort((a, b) => a - b)
  test.info().annotations.push({ type: 'milliseconds from Tab to focus', description: sorted.join(', ') })
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(200)
  await expect(page.locator('.board :focus')).toHaveAccessibleName(/^Idea: /)
  await expect(page.locator('.board :focus')).toBeInViewport()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('.board :focus')).toHaveAccessibleName(/^Idea: /)

  const field = page.getByRole('combobox', { name: 'Jump to a card' })
  await field.fill('Idea number 2987')
  await field.press('Enter')
  await expect(cards(page).filter({ hasText: 'Idea number 2987' })).toBeFocused()

  await page.getByRole('link', { name: 'Read the ideas as a list, by statement and horizon' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ideas' })).toBeVisible()
  await expect(page.getByText('3,000 ideas', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Next four weeks' }).first()).toBeVisible()
})
