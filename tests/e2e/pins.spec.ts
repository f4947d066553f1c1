import type { Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import { pressOn } from './support/keyboard.ts'

const IDEAS = '/workshops/sample-second-day/ideas'

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000, reducedMotion: 'reduce' })

async function openIdea(page: Page, order: string): Promise<void> {
  await page.goto(`${IDEAS}?order=${order}`)
  await page
    .getByRole('link', { name: /^Read and comment/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Comments' })).toBeVisible()
}

test('a comment is pinned where one presses, kept through a reload, and found from its pin', async ({
  page,
}) => {
  await openIdea(page, 'MOST_CRITIQUES')
  await page.getByRole('button', { name: 'Pin it to a spot on the card' }).click()
  const spots = page.getByRole('group', { name: 'Which spot is it about?' })
  await spots.getByRole('radio', { name: 'bottom right' }).click({ position: { x: 60, y: 50 } })
  await expect(spots).toContainText('The pin is at the bottom right of the card.')
  await page.reload()
  await expect(spots).toContainText('The pin is at the bottom right of the card.')
  // Taken back and put again, so that it is open because it was pressed too.
  await page.getByRole('button', { name: 'Leave the pin out' }).click()
  await page.getByRole('button', { name: 'Pin it to a spot on the card' }).click()
  await spots.getByRole('radio', { name: 'bottom right' }).click({ position: { x: 20, y: 20 } })
  await expectGoodPage(page)
  await page.getByRole('radio', { name: 'Question' }).check()
  await page.getByLabel('What do you want to know?', { exact: true }).fill('Who is asked at this corner?')
  await page.getByRole('button', { name: 'Add the comment' }).click()
  const comment = page.getByRole('article').filter({ hasText: 'Who is asked at this corner?' })
  await expect(comment).toContainText('at the bottom right of the card')
  await expect(spots).toHaveCount(0)
  const pin = page
    .getByRole('navigation', { name: 'Comments pinned to the card' })
    .getByRole('link', { name: /bottom right: question from/ })
  await pin.click()
  await expect(comment).toBeFocused()
  await comment.getByRole('link', { name: /^Pin \d+$/ }).click()
  await expect(pin).toBeFocused()
})

test('by keyboard a pin is put on one of nine parts of the card, and taken back', async ({ page }) => {
  await openIdea(page, 'WRITTEN')
  const button = page.getByRole('button', { name: 'Pin it to a spot on the card' })
  await pressOn(page, button)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const spots = page.getByRole('group', { name: 'Which spot is it about?' })
  await expect(spots.getByRole('radio', { name: 'top left' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(spots.getByRole('radio', { name: 'top', exact: true })).toBeChecked()
  await expect(spots).toContainText('The pin is at the top of the card.')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(spots).toHaveCount(0)
  await expect(button).toBeFocused()
})
