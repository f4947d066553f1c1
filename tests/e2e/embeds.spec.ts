import { expect, test } from '@playwright/test'
import { ask } from './support/api.ts'
import { ADMINISTRATOR } from './support/journey.ts'

// A frame that is refused says so in the console, which other journeys keep quiet.
test.use({ storageState: ADMINISTRATOR })

const SLUG = 'peer-support-2017'
const EMBED = `https://product.example/embed/workshops/${SLUG}/results`

test('a website in the list shows the results in a frame, another one does not', async ({
  page,
  request,
  baseURL,
}) => {
  const { workshop } = await ask<{ workshop: { id: string } }>(
    request,
    'query ($slug: String!) { workshop(slug: $slug) { id } }',
    { slug: SLUG },
  )
  await ask(
    request,
    `mutation ($id: ID!, $origins: [String!]!) { setEmbedOrigins(workshopId: $id, origins: $origins) {
      __typename ... on Refusal { message } } }`,
    { id: workshop.id, origins: ['https://listed.example'] },
  )
  // The websites are made up, and so is the product's public name: browsers keep public pages from framing this machine.
  await page.route(/^https:\/\/(un)?listed\.example\//, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Theirs</title><iframe src="${EMBED}" title="Results"></iframe>`,
    }),
  )
  await page.route(EMBED, async (route) => {
    const response = await route.fetch({ url: EMBED.replace('https://product.example', baseURL ?? '') })
    await route.fulfill({ response })
  })
  const framed = page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Results' })

  await page.goto('https://listed.example/')
  await expect(framed).toBeVisible()

  const refused = page.waitForEvent('requestfailed', (asked) => asked.url() === EMBED)
  await page.goto('https://unlisted.example/')
  expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE')
  await expect(framed).toHaveCount(0)
})
