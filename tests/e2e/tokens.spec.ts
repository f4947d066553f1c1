import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

test.use({ storageState: ADMINISTRATOR })

test('a token is made, shown once, used from outside, looked at and revoked', async ({ page, request }) => {
  const ask = (token: string) =>
    request.post('/api/graphql', {
      headers: { authorization: `Bearer ${token}` },
      data: { query: 'query First { publishedWorkshops(first: 1) { totalCount } }' },
    })
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Partner tokens' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Partner tokens')
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByLabel('Organisation')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Organisation').fill('Institute of Example')
  await page.getByRole('radio', { name: 'Those that I choose' }).check()
  await page.getByRole('checkbox', { name: 'Peer support', exact: true }).check()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Make the token' }).click()
  const shown = page.getByText(/^qlab_\w{12}_/)
  const token = (await shown.textContent()) ?? ''
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'I have it' }).click()
  await expect(shown).toHaveCount(0)

  const answer = await ask(token)
  expect(answer.headers().ratelimit).toContain('"requests"')
  expect(await answer.json()).toEqual({ data: { publishedWorkshops: { totalCount: 1 } } })

  await page.getByRole('link', { name: 'Institute of Example' }).click()
  await expect(page.getByRole('table', { name: 'Operations asked most often' })).toContainText('First')
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Revoke this token' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke the token' }).click()
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible()
  expect((await ask(token)).status()).toBe(401)
})
