import type { Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import { makeSecondDay, openVote } from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce', actionTimeout: 20_000 })

const SHOTS = process.env.SHOTS

async function choose(page: Page, label: string, name: string, text: string, encoding: BufferEncoding) {
  const buffer = Buffer.from(text, encoding)
  await page.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer })
}

async function shoot(page: Page, name: string) {
  if (!SHOTS) return
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true })
  }
}

test('what comes from spreadsheets is shown as it was understood before anything is added', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const day = await makeSecondDay(page.request, 'Peer support: out of spreadsheets')
  const desk = `/dashboard/workshops/${day.slug}`

  await test.step('people, saved by Excel in Windows-1252', async () => {
    await page.goto(`${desk}/people`)
    const file = 'Vorname;First name;Last name;Email;Table\r\nx;Zoë;José;zoe@example.org;E1\r\n'
    await choose(page, 'Or fill the box from a CSV file', 'people.csv', file, 'latin1')
    await page.getByRole('button', { name: 'Check the list' }).click()
    await expect(page.getByText('1 person can be invited')).toBeVisible()
    for (const said of ['Windows-1252', 'semicolon', '“Vorname”'])
      await expect(page.getByText(said).last()).toBeVisible()
    await expectGoodPage(page)
    await shoot(page, 'people')
    await page.getByRole('button', { name: 'Invite 1 person' }).click()
    await expect(page.getByText('Zoë José', { exact: true }).first()).toBeVisible()
  })

  await test.step('issues, pasted and from columns', async () => {
    await page.goto(`${desk}/issues`)
    await page.getByText('Add many issues').click()
    await page
      .getByLabel('One on each line')
      .fill('issue,area,table\nNobody asks,Access,E1\nNo time,Nowhere,')
    await page.getByRole('button', { name: 'Check the lines' }).click()
    await expect(page.getByText('1 line cannot be read, so nothing is added yet')).toBeVisible()
    await expectGoodPage(page)
    await shoot(page, 'issues')
    await page.getByLabel('One on each line').fill('Nobody asks\nCulture, and buy-in')
    await page.getByRole('button', { name: 'Check the lines' }).click()
    await page.getByRole('button', { name: 'Add 2 issues' }).click()
    await expect(page.getByText('Culture, and buy-in').first()).toBeVisible()
  })

  const { roundId } = await openVote(page.request, day)
  await test.step('ballots', async () => {
    await page.goto(`${desk}/voting/${roundId}/import`)
    const file = '\ufeffvoter\tissue\tnote\r\nAnna\t2\tx\r\nBen\tHow to refer effectively\t\r\n'
    await choose(page, 'File', 'ballots.csv', file, 'utf16le')
    await page.getByRole('button', { name: 'Send and check the file' }).click()
    await expect(page.getByText('ballots.csv can be added')).toBeVisible()
    await expect(page.getByText(/is read as the number on the ballot/)).toBeVisible()
    await expectGoodPage(page)
    await shoot(page, 'ballots')
    await page.getByRole('button', { name: 'Add 2 dots' }).click()
    await expect(page.getByText('2 dots are added from ballots.csv')).toBeVisible()
  })

  await test.step('figures that a document states', async () => {
    await page.request.post('/api/graphql', {
      data: { query: `mutation { closeRound(roundId: "${roundId}") { __typename } }` },
    })
    await page.goto(`${desk}/voting/${roundId}`)
    await page.getByText('Enter published figures').click()
    await page.getByLabel('Votes cast').fill('4')
    await expectGoodPage(page)
    await shoot(page, 'published')
    await page.getByRole('button', { name: 'Save the published figures' }).click()
    await expect(page.getByText('Stated: 4 votes.')).toBeVisible()
  })
})
