import { ADMINISTRATOR, expect, expectGoodPage, test, watch } from './support/journey.ts'

const DESK = '/dashboard/workshops/sample-second-day/write-up'

test.use({ storageState: ADMINISTRATOR })

test('the introduction is written, published, read without an account, and withdrawn', async ({
  page,
  browser,
}) => {
  await page.goto(DESK)
  await page.getByLabel('Words for “Introduction”').fill('Twelve people met to talk about quiet nights.')
  await page.getByRole('button', { name: 'Save “Introduction”' }).click()
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText(
    '“Introduction” is saved.',
  )
  await page.getByRole('button', { name: 'Make an address to share' }).click()
  const link = page.getByRole('link', { name: /^\/write-ups\// })
  const address = (await link.getAttribute('href')) ?? ''

  const stranger = await browser.newContext()
  const complaints = watch(stranger)
  const reader = await stranger.newPage()
  expect((await reader.goto(address))?.status()).toBe(200)
  await expect(reader.getByText('Twelve people met to talk about quiet nights.')).toBeVisible()
  await expect(reader.getByRole('heading', { name: 'How the count adds up' })).toBeVisible()
  await expectGoodPage(reader)
  const download = reader.waitForEvent('download')
  await reader.getByRole('link', { name: 'Report (PDF)' }).click()
  expect((await download).suggestedFilename()).toMatch(/write-up\.pdf$/)

  await page.getByRole('button', { name: 'Withdraw the write-up' }).click()
  await expect(page.getByText('Nobody but those who run the workshop.')).toBeVisible()
  expect((await reader.goto(address))?.status()).toBe(404)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Write-up not found')
  const file = await stranger.request.get(`/api/write-ups/linked/${address.split('/').at(-1)}/archive.json`)
  expect(file.status()).toBe(404)
  expect(complaints).toEqual([])
})
