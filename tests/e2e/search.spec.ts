import { expect, expectGoodPage, test } from './support/journey.ts'

test('a search is narrowed to a place, then to one of its areas, and back to everywhere', async ({
  page,
}) => {
  await page.goto('/search?q=evidence')
  await page.getByText('Narrow the search').click()
  await page.getByLabel('Where').selectOption({ label: 'Peer support' })
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByLabel('Area of issues').selectOption({ label: 'Evidence' })
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/&area=/)
  await expect(page.getByRole('heading', { name: /^\d+ match(es)?$/ })).toBeVisible()
  await expect(page.getByText(/^Issue · Evidence/).first()).toBeVisible()
  await page.getByLabel('Status of ideas').selectOption({ label: 'Joined into another' })
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Look everywhere' }).click()
  await expect(page).toHaveURL('/search?q=evidence')
})

test('an issue leads to what says something similar', async ({ page }) => {
  await page.goto('/workshops/peer-support-2017/issues')
  const issue = page
    .getByRole('article')
    .filter({ hasText: 'How to build a rounded, sophisticated evidence base' })
  await issue.getByText(/^Similar to this/).click()
  await expect(issue.getByRole('link', { name: 'Understanding the evidence base' })).toBeVisible()
  await expectGoodPage(page)
})
