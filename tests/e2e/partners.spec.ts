import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

const run = promisify(execFile)

async function makeToken(request: APIRequestContext): Promise<string> {
  const { createToken } = await ask<{ createToken: { token: string } }>(
    request,
    `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
      __typename ... on PartnerTokenSuccess { token } ... on Refusal { message } } }`,
    { input: { organisation: 'University of Example', scopes: ['RESULTS'], allPublished: true } },
  )
  return createToken.token
}

/** The first piece of code below a heading, as it is copied. */
async function codeUnder(page: Page, heading: string): Promise<string> {
  return (await page.locator(`#${heading} ~ div pre`).first().textContent()) ?? ''
}

/** One of the explorer's editors, by its heading. It writes spaces that do not break. */
function editor(page: Page, heading: string): Locator {
  return page.getByRole('region', { name: heading, exact: true })
}

/** Replaces what stands in the editor that has the focus; it closes brackets by itself. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** The page was loaded from its own address, not into a document that came with the policy of another page. */
async function expectOwnDocument(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL(path)
  const [loaded] = await page.evaluate(() =>
    performance.getEntriesByType('navigation').map(({ name }) => name),
  )
  expect(loaded).toBe(page.url())
}

// A hundred types look alike, and looking at each of them takes the accessibility rules a minute.
const ALIKE = 'article ~ article, article dl > div:nth-child(n + 12), nav li:nth-child(n + 12)'

/** Removes what looks like what stays, once React has taken it over: it would miss what went before. */
async function keepOneTypeOfEachKind(page: Page): Promise<void> {
  await page.waitForFunction((alike) => {
    const isTakenOver = (element: Element) =>
      Object.keys(element).some((key) => key.startsWith('__reactFiber'))
    return [...document.querySelectorAll(`${alike}, main`)].every(isTakenOver)
  }, ALIKE)
  await page.evaluate((alike) => {
    for (const element of document.querySelectorAll(alike)) element.remove()
  }, ALIKE)
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider).toBeLessThanOrEqual(0)
}

test.describe('somebody with nothing but the page and a token', () => {
  test.use({ storageState: ADMINISTRATOR })

  test('has a first answer from the examples as they stand', async ({ page, request }) => {
    const token = await makeToken(request)
    await page.goto('/partners')
    const settings = { env: { ...process.env, NO_PROXY: '*', FORCE_COLOR: '0', QLAB_TOKEN: token } }

    const curl = await run('sh', ['-c', await codeUnder(page, 'curl')], settings)
    const { workshop } = JSON.parse(curl.stdout).data
    expect(workshop.rounds[0].result).toMatchObject({ dots: 147, shareBase: 154 })
    expect(workshop.rounds[0].result.rows[0]).toMatchObject({ rank: 1, dots: 21 })

    const script = ['--input-type=module', '--eval', await codeUnder(page, 'javascript')]
    const node = await run(process.execPath, script, settings)
    expect(node.stdout.split('\n')[0]).toMatch(/^1 21 \S/)

    const paging = ['--input-type=module', '--eval', await codeUnder(page, 'everything')]
    const all = await run(process.execPath, paging, settings)
    expect(all.stdout).toMatch(/^\d+ workshops/)

    const cwd = mkdtempSync(join(tmpdir(), 'qlab-file-'))
    await run('sh', ['-c', await codeUnder(page, 'files')], { ...settings, cwd })
    expect(readFileSync(join(cwd, 'tallies.csv'), 'utf8')).toMatch(/^\ufeffoptionId,roundId,/)
    rmSync(cwd, { recursive: true })
  })

  test('asks in the explorer with the token, which stays on the page', async ({ page, request }) => {
    const token = await makeToken(request)
    await page.goto('/partners/explorer')
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Use this token' }).click()
    await page.getByRole('button', { name: 'Run the query' }).click()
    await expect(page.getByText('200 OK')).toBeVisible()
    await expect(page.getByText(/\d+ requests and a cost of [\d,]+ left/)).toBeVisible()
    await expect(editor(page, 'Answer')).toContainText('"dots": 147')
    await page.getByLabel('Token').fill(`${token.slice(0, -1)}!`)
    await page.getByRole('button', { name: 'Use this token' }).click()
    await expect(page.getByText('401 Unauthorized')).toBeVisible()
    await expect(editor(page, 'Answer')).toContainText('This token is not valid.')
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toContain(token)
    await page.reload()
    await expect(page.getByLabel('Token')).toHaveValue('')
  })

  test('fetches a file with the token in a terminal, and by a link in the browser', async ({
    page,
    request,
  }) => {
    const token = await makeToken(request)
    const headers = { authorization: `Bearer ${token}` }
    const csv = await request.get('/api/exports/tallies.csv', { headers })
    expect([csv.status(), csv.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    // Other journeys publish workshops as well.
    expect((await csv.text()).split('\r\n').filter((line) => line.includes(',1,no,21,'))).toHaveLength(1)
    expect((await request.get('/api/exports/issues.csv', { headers })).status()).toBe(403)
    expect((await request.get('/api/exports/tallies.csv')).status()).toBe(401)

    await page.goto('/partners/use')
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Show its use' }).click()
    await expect(page.getByRole('heading', { name: 'University of Example' })).toBeVisible()
    await expect(page.getByText('results:read', { exact: true })).toBeVisible()
    await expect(page.getByText(/59\d requests and a cost of [\d,]+, for \d+ second/)).toBeVisible()
    await expect(page.getByRole('row', { name: /export tallies/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'issues.csv' })).toHaveCount(0)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'tallies.json' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('tallies.json')
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toContainEqual(
      expect.objectContaining({ rank: 1, dots: 21 }),
    )
    await expectGoodPage(page)
  })

  test('is told on the page of use what is wrong with a token, and nothing is kept', async ({ page }) => {
    await page.goto('/partners/use')
    await page.getByRole('button', { name: 'Show its use' }).click()
    await expect(page.getByText('Paste your token first.')).toBeVisible()
    await page.getByLabel('Token').fill('qlab_not_a_token')
    await page.getByRole('button', { name: 'Show its use' }).click()
    await expect(page.getByText('This token is not valid.')).toBeVisible()
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toContain('not_a_token')
  })

  test('is shown in the explorer what can be written, by keyboard, and finds it again', async ({ page }) => {
    await page.goto('/partners/explorer')
    await expect(editor(page, 'Query')).toContainText('FirstLook')
    await page.getByLabel('Example').focus()
    await page.keyboard.press('Tab')
    await write(page, 'query Mine { publishedWorkshops(first: 1) { edges { node { slug startsO')
    await expect(async () => {
      await page.keyboard.press('Control+Space')
      await expect(page.getByRole('option', { name: /startsOn/ })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect(editor(page, 'Answer')).toContainText('"startsOn":')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Run the query' })).toBeFocused()
    await expectGoodPage(page)
    await page.reload()
    await expect(editor(page, 'Query')).toContainText('Mine')
  })

  test('cannot change anything from the explorer as the person who is signed in', async ({ page }) => {
    await page.goto('/partners/explorer')
    await expect(editor(page, 'Query')).toContainText('FirstLook')
    await page.getByLabel('Example').focus()
    await page.keyboard.press('Tab')
    await write(page, 'mutation { revokeToken(id: "1") { __typename')
    await page.getByRole('button', { name: 'Run the query' }).click()
    await expect(page.getByText('405')).toBeVisible()
    await expectGoodPage(page)
  })
})

test('the explorer is opened from the page for partners, and left, as documents with their own policies', async ({
  page,
}) => {
  await page.goto('/partners')
  await page.getByRole('navigation', { name: 'For partners' }).getByRole('link', { name: 'Explorer' }).click()
  await expect(editor(page, 'Query')).toContainText('FirstLook')
  await expectOwnDocument(page, '/partners/explorer')
  await page.getByLabel('Example').focus()
  await page.keyboard.press('Tab')
  await write(page, 'query Slugs { publishedWorkshops(first: 1) { edges { node { slug')
  await page.getByRole('button', { name: 'Run the query' }).click()
  await expect(editor(page, 'Answer')).toContainText('"slug":')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
  await expectOwnDocument(page, '/search')
  await page.goBack()
  await expectOwnDocument(page, '/partners/explorer')
  await page.getByRole('link', { name: 'schema reference', exact: true }).click()
  await expectOwnDocument(page, '/partners/schema')
  await page.goto('/partners')
  await page.getByRole('main').getByRole('link', { name: 'explorer', exact: true }).click()
  await expect(editor(page, 'Query')).toContainText('Slugs')
  await expectOwnDocument(page, '/partners/explorer')
})

test('the schema is there as files, which are not sent twice', async ({ request }) => {
  const sdl = await request.get('/partners/schema.graphql')
  expect(await sdl.text()).toContain('type Query {')
  const json = await request.get('/partners/schema.json')
  expect(json.headers()['content-type']).toContain('application/json')
  expect((await json.json()).data.__schema.queryType.name).toBe('Query')
  const again = await request.get('/partners/schema.json', {
    headers: { 'if-none-match': json.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
})

for (const { name, width, colorScheme } of [
  { name: 'on a phone in the dark', width: 390, colorScheme: 'dark' as const },
  { name: 'on a desk in the light', width: 1280, colorScheme: 'light' as const },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' })

    test('the pages for partners open for everybody', async ({ page }) => {
      // These are the longest pages of the product.
      test.slow()
      for (const path of ['/partners', '/partners/schema', '/partners/explorer', '/partners/use']) {
        expect((await page.goto(path))?.status()).toBe(200)
        if (path.endsWith('explorer')) await expect(editor(page, 'Query')).toContainText('FirstLook')
        await expectNoSidewaysScroll(page)
        await keepOneTypeOfEachKind(page)
        await expectGoodPage(page)
      }
    })
  })
}
