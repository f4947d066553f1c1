import type { Page } from '@playwright/test'
import { ADMINISTRATOR, ALL_PROJECTS, expect, expectGoodPage, test } from './support/journey.ts'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

/** The address of the sample project on the dashboard. */
async function openProject(page: Page): Promise<string> {
  await page.goto(ALL_PROJECTS)
  await page
    .getByRole('link', { name: /^Sample project/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^Sample project/ })).toBeVisible()
  return new URL(page.url()).pathname
}

const WEEKS = Array.from(
  { length: 12 },
  (_, at) => `2026-03-${String(at + 1).padStart(2, '0')},${50 + (at % 3)}`,
)

test('a measure is made, filled from a spreadsheet and corrected, and its chart can be read', async ({
  page,
}) => {
  const project = await openProject(page)
  await page.goto(`${project}/measures/new`)
  await page.getByLabel('What is measured').fill('Doors that are closed softly')
  await page.getByLabel('Unit (optional)').fill('%')
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Add the measure' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Doors that are closed softly' })).toBeVisible()

  await page.getByText('Paste many from a spreadsheet', { exact: true }).click()
  const lines = page.getByLabel('Days and values')
  await lines.fill([...WEEKS, '2026-02-30,9'].join('\n'))
  await page.getByRole('button', { name: 'Check the lines' }).click()
  await expect(page.getByText('1 line of 13 cannot be read, so nothing is added yet')).toBeVisible()
  await expectGoodPage(page)
  await lines.fill(WEEKS.join('\n'))
  await page.getByRole('button', { name: 'Check the lines' }).click()
  await page.getByRole('button', { name: 'Add 12 points' }).click()
  await expect(page.getByRole('img', { name: /^XmR chart of Doors/ }).first()).toBeVisible()

  await page.getByText('The latest points, to correct or to remove').click()
  await page.getByRole('button', { name: 'Correct the point of 12 March 2026' }).click()
  await page.getByRole('dialog').getByLabel('Value').fill('48')
  await page.getByRole('dialog').getByLabel('Why is it corrected?').fill('Read from the wrong line')
  await page.getByRole('button', { name: 'Correct the point', exact: true }).click()
  await expect(page.getByText(/52%: Read from the wrong line/)).toBeVisible()
  await page.getByText('The chart as a table').click()
  await expect(
    page.getByRole('table', { name: 'Points of the chart' }).getByRole('row', { name: /12 March 2026 48%/ }),
  ).toBeVisible()
  await expectGoodPage(page)
})

test('a comment on an unintended consequence becomes a measure of the brief in one press, and says so', async ({
  page,
}) => {
  const project = await openProject(page)
  await page.goto(`${project}/briefs`)
  await page.getByLabel('Title', { exact: true }).fill('Bloods after the round')
  await page.getByText(/^Choose from Sample workshop: ideas for a quiet night/).click()
  await page.getByLabel(/^Move the morning bloods/).check()
  await page.getByRole('button', { name: 'Propose the brief' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bloods after the round' })).toBeVisible()
  const brief = page.url()

  await page.getByText(/^Unintended consequences that people named/).click()
  await page.getByRole('button', { name: 'Make it a balancing measure' }).click()
  const made = page.getByRole('link', { name: /^Results would come after the round/ })
  await expect(made).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('link', { name: /^Move the morning bloods/ }).click()
  const outcome = page.getByText('It is measured now:')
  await expect(outcome).toBeVisible()
  await expectGoodPage(page)
  await outcome.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 2, name: 'What is measured' })).toBeVisible()

  await page.goto(brief)
  await page.getByRole('link', { name: /^The whole chain/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Measure' })).toBeVisible()
  await expectGoodPage(page)
})
