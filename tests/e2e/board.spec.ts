import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

const BOARD = '/workshops/sample-second-day/board'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

const cards = (page: Page) => page.locator('.board').getByRole('button', { name: /^(Idea|Issue): / })

test('a card is opened, read and closed by keyboard alone', async ({ page }) => {
  await page.goto(BOARD)
  const first = cards(page).first()
  await first.focus()
  await page.keyboard.press('Enter')
  const open = page.getByRole('region', { name: 'Open card' })
  await expect(open.getByRole('heading', { name: 'Comments' })).toBeVisible()
  await expect(open).toBeFocused()
  await expectGoodPage(page)
  await page.keyboard.press('Escape')
  await expect(open).toHaveCount(0)
  await expect(first).toBeFocused()
})

test('the next card is reached with Tab, in the order in which they are read', async ({ page }) => {
  await page.goto(BOARD)
  await cards(page).first().focus()
  await page.keyboard.press('Tab')
  await expect(cards(page).nth(1)).toBeFocused()
})

test('a card is found by its words', async ({ page }) => {
  await page.goto(BOARD)
  const name = (await cards(page).last().getAttribute('aria-label')) ?? ''
  const words = name.replace(/^Idea: /, '').slice(0, 24)
  await page.getByRole('combobox', { name: 'Jump to a card' }).fill(words)
  await page.getByRole('option').first().click()
  await expect(page.locator('.board').getByRole('button', { name })).toBeFocused()
})

test('Enter jumps to the first card that is found', async ({ page }) => {
  await page.goto(BOARD)
  const name = (await cards(page).last().getAttribute('aria-label')) ?? ''
  const field = page.getByRole('combobox', { name: 'Jump to a card' })
  await field.fill(name.replace(/^Idea: /, '').slice(0, 24))
  await expect(page.getByRole('option')).toHaveCount(1)
  await field.press('Enter')
  await expect(page.locator('.board').getByRole('button', { name })).toBeFocused()
  await expect(field).toHaveValue('')
})

for (const width of [390, 1280]) {
  test(`the board opens large enough to be read on a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(BOARD)
    const words = cards(page).first().locator('.board-words')
    await cards(page).first().waitFor()
    await page.locator('.board').evaluate((wall) => wall.scrollIntoView())
    await expect(words).toBeInViewport()
    // 17 pixels at no less than 0.7: what is laid out is smaller on the screen than its own style says.
    const onScreen = () =>
      words.evaluate(
        (node: HTMLElement) =>
          (Number.parseFloat(getComputedStyle(node).fontSize) * node.getBoundingClientRect().width) /
          node.offsetWidth,
      )
    await expect.poll(onScreen).toBeGreaterThan(11)
  })
}

test('the ring around a card is as wide from afar as from near', async ({ page }) => {
  await page.goto(BOARD)
  const card = cards(page).first()
  const ring = () =>
    card.evaluate(
      (node: HTMLElement) =>
        (Number.parseFloat(getComputedStyle(node).outlineWidth) * node.getBoundingClientRect().width) /
        node.offsetWidth,
    )
  for (const nearness of ['Show the whole board', 'Zoom in']) {
    await page.getByRole('button', { name: nearness }).click()
    await card.focus()
    await page.keyboard.press('Shift')
    await expect.poll(ring).toBeGreaterThanOrEqual(2.9)
    await expect.poll(ring).toBeLessThan(4.5)
  }
})

test('a card that is moved with the arrow keys lies there for everybody', async ({ page }) => {
  await page.goto(BOARD)
  const card = cards(page).nth(2)
  const placeOf = () => card.evaluate((node) => node.style.transform)
  const before = await placeOf()
  const saved = page.waitForResponse(
    (response) => response.request().postData()?.includes('PlaceCard') ?? false,
  )
  await card.focus()
  await page.keyboard.press('Space')
  // Upwards, where it covers no other card of this board, which other tests look at too.
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  expect((await (await saved).json()).data.placeCard.cardId).toBe(await card.getAttribute('data-id'))
  const moved = await placeOf()
  expect(moved).not.toBe(before)
  await page.reload()
  await expect.poll(placeOf).toBe(moved)
})

test('the whole board is taken along as a drawing and as a picture', async ({ page }) => {
  await page.goto(BOARD)
  await cards(page).first().waitFor()
  const [drawing] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^SVG/ }).click(),
  ])
  expect(drawing.suggestedFilename()).toBe('sample-second-day-horizons.svg')
  expect(await readFile(await drawing.path(), 'utf8')).toContain('Next four weeks')
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^PNG/ }).click(),
  ])
  expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
})

for (const frames of ['horizons', 'areas']) {
  test(`the board of ${frames} passes the accessibility rules with its cards on it`, async ({ page }) => {
    await page.goto(`${BOARD}?frames=${frames}`)
    await cards(page).first().waitFor()
    await expectGoodPage(page)
  })
}
