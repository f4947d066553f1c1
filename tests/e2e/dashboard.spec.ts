import { ADMINISTRATOR, ALL_PROJECTS, expect, test } from './support/journey.ts'

test.use({ storageState: ADMINISTRATOR })

test('a long challenge is cut after three lines, however high its card', async ({ page }) => {
  const challenge = 'What would it take for nobody to go through a long illness alone? '.repeat(6).trim()
  await page.goto('/dashboard/projects/new')
  await page.getByLabel('Title').fill('A long challenge')
  await page.getByRole('textbox', { name: /^Challenge(?! areas)/ }).fill(challenge)
  await page.getByLabel('Challenge areas').fill('Before\nAfter')
  await page.getByRole('button', { name: 'Create the project' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/A long challenge/)
  await page.goto(ALL_PROJECTS)
  const lines = () =>
    page.getByText(challenge).evaluate((text) => {
      const { lineHeight } = getComputedStyle(text)
      return Math.round(text.clientHeight / Number.parseFloat(lineHeight))
    })
  await expect.poll(lines).toBe(3)
})
