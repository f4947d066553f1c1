import { expect, test } from '@playwright/test'
import { ADMINISTRATOR } from './support/journey.ts'

test('the first administrator comes in by the link that the start printed', async ({ page }) => {
  const link = process.env.FIRST_ADMINISTRATOR_LINK
  if (link === undefined) throw new Error('The server printed no link for the first administrator.')
  await page.goto(link)
  await page.getByLabel('Your name').fill('Olu Adeyemi')
  await page.getByLabel('Your e-mail address').fill('olu@lab.example')
  await page.getByRole('button', { name: 'Start as administrator' }).click()
  await expect(page).toHaveURL(/\/dashboard$/)
  await page.context().storageState({ path: ADMINISTRATOR })

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
})
