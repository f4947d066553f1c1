import type { Page } from '@playwright/test'
import { ADMINISTRATOR, ALL_PROJECTS, expect, expectGoodPage, test } from './support/journey.ts'

const BRIEF = /^Green moon/
const TYPED = 'Felt under the bin lids '.repeat(6).trim()

/** From the project on the dashboard to the briefs of the sample. */
async function openBriefs(page: Page) {
  await page.goto(ALL_PROJECTS)
  await page
    .getByRole('link', { name: /^Sample project/ })
    .first()
    .click()
  await page.getByRole('link', { name: /^\d+ briefs?$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Briefs' })).toBeVisible()
}

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

for (const { name, width, colorScheme } of [
  { name: 'on a phone in the dark', width: 390, colorScheme: 'dark' as const },
  { name: 'on a desk in the light', width: 1280, colorScheme: 'light' as const },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme })

    test('a brief leads to its cycles along the ramp, and to the page of its readers', async ({ page }) => {
      await openBriefs(page)
      await expectGoodPage(page)
      await page.getByRole('link', { name: BRIEF }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Test teams' })).toBeVisible()
      await expectGoodPage(page)
      await page.getByRole('link', { name: 'Cycle 3' }).click()
      await expect(page.getByText('Adopt', { exact: true }).first()).toBeVisible()
      await expectGoodPage(page)
      await page.getByRole('link', { name: /^Before: cycle 2/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^Cycle 2/ })).toBeVisible()
      await page.getByRole('link', { name: BRIEF }).click()
      await page.getByRole('link', { name: /readers’ page/ }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Where it came from' })).toBeVisible()
      await expectGoodPage(page)
    })
  })
}

test('a brief is proposed, tested in a cycle that does not begin without a prediction, and adopted', async ({
  page,
}) => {
  await openBriefs(page)
  await page.getByLabel('Title', { exact: true }).fill(TYPED)
  await page.reload()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(TYPED)
  await page.getByRole('button', { name: 'Propose the brief' }).click()
  await expect(page.getByRole('heading', { level: 1, name: TYPED })).toBeVisible()
  await expectGoodPage(page)

  await page.getByText('Add a test team').click()
  await page.getByLabel('Organisation or ward').fill('Birch ward')
  await page.getByRole('button', { name: 'Add the team' }).click()
  await page.getByText('Plan a cycle of Birch ward').click()
  await page.getByLabel('What is the test to answer?').fill('Is it quieter?')
  await page.getByRole('button', { name: 'Plan the cycle' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cycle 1, Birch ward' })).toBeVisible()

  const go = (part: string) =>
    page.getByRole('button', { name: `Go on to ${part}` }).click({ timeout: 2_000 })
  // What was saved has to have arrived before the next part may begin.
  const goOn = (part: string, seen: string) =>
    expect(async () => {
      await go(part)
      await expect(page.getByLabel(seen)).toBeVisible({ timeout: 4_000 })
    }).toPass({ timeout: 40_000 })
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click()
  await go('Do')
  await expect(page.getByText('Write what you predict before you begin')).toBeVisible()
  await page.getByLabel('Prediction').fill('Half as loud')
  await page.getByLabel('Smallest useful scale').fill('One bin')
  await save()
  await goOn('Do', 'What happened')
  await page.getByLabel('What happened').fill('It is quiet')
  await save()
  await goOn('Study', 'Compared with the prediction')
  await expect(page.getByText('The prediction was')).toBeVisible()
  await page.getByLabel('Compared with the prediction').fill('Quieter than that')
  await expectGoodPage(page)
  await save()
  await goOn('Act', 'Why, and what changes next')
  await page.getByRole('radio', { name: 'Adopt' }).check()
  await page.getByRole('button', { name: 'Finish the cycle: adopt' }).click()
  await expect(page.getByRole('heading', { name: 'Plan the next cycle of the ramp' })).toBeVisible()
  await expectGoodPage(page)

  await page.getByRole('link', { name: TYPED }).click()
  for (const status of ['Active', 'Testing', 'Adopted']) {
    await page.getByText('Change the status').click()
    await page.getByLabel('New status').selectOption(status)
    await page.getByRole('button', { name: `Change it to ${status.toLowerCase()}` }).click()
    await expect(page.getByText(`This brief is ${status.toLowerCase()}.`)).toBeVisible()
  }
  await expect(page.getByText('Testing → Adopted')).toBeVisible()
  await expect(page.getByText('Cycle 1 of Birch ward finished')).toBeVisible()
  await expectGoodPage(page)
})
