import { ask } from './support/api.ts'
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

test('a webhook is registered, its secret shown once, tried, paused, resumed and removed', async ({
  page,
  request,
}) => {
  const { createToken } = await ask<{ createToken: { token: string; partnerToken: { id: string } } }>(
    request,
    `mutation { createToken(input: { organisation: "Hooked", scopes: [RESULTS], allPublished: true }) {
      __typename ... on PartnerTokenSuccess { token partnerToken { id } } ... on Refusal { message } } }`,
  )
  await page.goto(`/dashboard/tokens/${createToken.partnerToken.id}`)
  const address = page.getByLabel('Address', { exact: true })
  const register = page.getByRole('button', { name: 'Register the address' })
  await address.fill('https://127.0.0.1:8443/')
  await register.click()
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('This host cannot be reached from everywhere.')).toBeVisible()
  await expectGoodPage(page)
  await address.fill('https://hooks.example.org/qlab')
  await register.click()
  const secret = page.getByText(/^whsec_/)
  await expect(secret).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'I have it' }).click()
  await expect(secret).toHaveCount(0)

  const webhook = page.getByRole('article', { name: 'https://hooks.example.org/qlab' })
  await webhook.getByRole('button', { name: 'Send a test' }).click()
  const log = webhook.getByRole('table')
  // Nobody has this name; where no resolver can be reached, nobody says so in time.
  const nothing = /could not be looked up|no answer within/
  await expect(log).toContainText(nothing, { timeout: 30_000 })
  await expect(log).toContainText('Not arrived')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectGoodPage(page)

  await webhook.getByRole('button', { name: 'Pause' }).click()
  await expect(webhook.getByText('An administrator of the Lab paused it.')).toBeVisible()
  await webhook.getByRole('button', { name: 'Resume' }).click()
  await expect(webhook.getByText('Active', { exact: true })).toBeVisible()
  await webhook.getByRole('button', { name: 'Make a new secret' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(secret).toBeVisible()

  await page.goto('/partners/use')
  await page.getByLabel('Token').fill(createToken.token)
  await page.getByRole('button', { name: 'Show its use' }).click()
  await expect(page.getByRole('table', { name: /^Deliveries/ })).toContainText(nothing)
  await expectGoodPage(page)

  await page.goto(`/dashboard/tokens/${createToken.partnerToken.id}`)
  await webhook.getByRole('button', { name: 'Remove' }).click()
  await dialog.getByRole('button', { name: 'Remove the webhook' }).click()
  await expect(webhook).toHaveCount(0)
})
