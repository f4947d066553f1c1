import type { Browser, BrowserContext, Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test, watch } from './support/journey.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const ISSUES = {
  Maya: ['Nobody knows whom to ask', 'Letters arrive after the visit'],
  Tom: ['The same story is told five times', 'Plain words are missing'],
  Wen: ['Carers are left out', 'Parking costs a day’s wage'],
}

type Participant = { name: keyof typeof ISSUES; page: Page; context: BrowserContext; complaints: string[] }

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000 })

test('staff and three participants go from an empty project to declared priorities', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)

  await test.step('staff create a project and a workshop', async () => {
    await page.goto('/dashboard')
    await page.getByRole('link', { name: 'Create a project' }).first().click()
    await page.getByLabel('Title').fill('Going home from hospital')
    await page
      .getByRole('textbox', { name: /^Challenge(?! areas)/ })
      .fill('What would it take to go home well?')
    await page.getByLabel('Challenge areas').fill('Before\nOn the day\nAfter')
    await page.getByRole('button', { name: /Create the project|Create project/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Going home from hospital/)
    await expectGoodPage(page)
    await page
      .getByRole('link', { name: /Create a workshop/ })
      .first()
      .click()
    await page.getByLabel('Title').fill('Going home: discovery')
    await page.getByLabel('First day').fill('2027-03-02')
    await page.getByLabel('Last day').fill('2027-03-03')
    await page.getByRole('button', { name: /Create the workshop|Create workshop/ }).click()
    await expect(page).toHaveURL(/\/dashboard\/workshops\//)
  })
  const desk = /\/dashboard\/workshops\/[^/]+/.exec(page.url())?.[0] ?? ''
  const code = await roomCode(page, desk)

  const participants = await test.step('three people join with their phones', async () => {
    const names = Object.keys(ISSUES) as Participant['name'][]
    return Promise.all(names.map((name) => join(browser, name, code)))
  })

  await test.step('staff give them a table', async () => {
    await page.goto(`${desk}/people`)
    for (const { name } of participants) {
      const saved = page.waitForResponse(
        (response) => response.request().postData()?.includes('moveSeat') === true,
      )
      await page.getByLabel(`Table of ${name}`).selectOption({ index: 1 })
      expect((await saved).ok()).toBe(true)
    }
    await expectGoodPage(page)
  })

  await test.step('they write issues once the step is open', async () => {
    await page.goto(desk)
    await page.getByRole('button', { name: 'Open Write the issues' }).click()
    await expect(page.getByRole('button', { name: 'End Write the issues' })).toBeVisible()
    await Promise.all(participants.map(writeIssues))
  })

  await test.step('their table puts them forward', async () => {
    await page.goto(desk)
    await page.getByRole('button', { name: 'End Write the issues' }).click()
    await page.getByRole('button', { name: 'Open Put issues forward' }).click()
    await expect(page.getByRole('button', { name: 'End Put issues forward' })).toBeVisible()
    for (const { page: phone, name } of participants) {
      await phone.reload()
      for (const issue of ISSUES[name]) {
        const forward = phone.getByRole('button', { name: new RegExp(`^Put forward.*${issue}`) })
        await forward.click()
        // The cards below move up as its button goes: nobody presses the next one at that moment.
        await expect(forward).toHaveCount(0)
      }
    }
  })

  await vote(page, desk, participants)
  for (const { complaints, context } of participants) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function roomCode(page: Page, desk: string): Promise<string> {
  await page.goto(desk)
  // Its days are far ahead: the room is opened for today.
  await page.getByRole('button', { name: 'Open the room' }).click()
  await expect(page.getByRole('button', { name: 'Close the room' })).toBeVisible()
  await page.goto(`${desk}/join-sheet`)
  const label = await page.getByRole('img', { name: /QR code/ }).getAttribute('aria-label')
  expect(label, 'a phone in the room reaches it').not.toContain('localhost')
  const code = /\b\w{3}-\w{3}\b/.exec((await page.locator('.join-sheet-code').textContent()) ?? '')?.[0]
  if (code === undefined) throw new Error('The join sheet shows no code.')
  await expectGoodPage(page)
  return code.replace('-', '')
}

async function join(browser: Browser, name: Participant['name'], code: string): Promise<Participant> {
  const context = await browser.newContext({ ...PHONE, storageState: { cookies: [], origins: [] } })
  const complaints = watch(context)
  const page = await context.newPage()
  await page.goto(`/j/${code}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(page).toHaveURL(/\/workshops\/[\w-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Going home: discovery')
  return { name, page, context, complaints }
}

async function writeIssues({ page, name }: Participant): Promise<void> {
  await page.goto(`${page.url()}/issues`)
  for (const issue of ISSUES[name]) {
    await page.getByLabel('Issue', { exact: true }).fill(issue)
    await page.getByRole('button', { name: 'Put it on the wall' }).click()
    await expect(page.getByRole('article').filter({ hasText: issue })).toBeVisible()
  }
  await expectGoodPage(page)
}

const DOTS: Record<Participant['name'], string[]> = {
  Maya: ['Nobody knows whom to ask', 'Letters arrive after the visit', 'The same story is told five times'],
  Tom: ['Nobody knows whom to ask', 'Letters arrive after the visit', 'Plain words are missing'],
  Wen: ['Nobody knows whom to ask', 'The same story is told five times', 'Carers are left out'],
}

async function vote(page: Page, desk: string, participants: Participant[]): Promise<void> {
  await test.step('staff open a round on what was put forward', async () => {
    await page.goto(`${desk}/voting`)
    await page.getByRole('link', { name: 'Set up a voting round' }).click()
    await page.getByLabel('Priorities to select').fill('2')
    await page.getByRole('button', { name: 'Set up the round' }).click()
    await expect(page.getByText('6 issues are put forward')).toBeVisible()
    await page.getByRole('button', { name: 'Open voting' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Open voting' }).click()
    await expect(page.getByRole('button', { name: 'Close voting' })).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('each spends three dots, and sees no tally', async () => {
    await Promise.all(participants.map(spendDots))
  })

  await test.step('staff close the round', async () => {
    await page.getByRole('button', { name: 'Close voting' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close voting for good' }).click()
    await expect(page.getByText(/tie|same number of votes/).first()).toBeVisible()
  })

  await test.step('a tie across the cut is settled with a reason', async () => {
    await page.getByRole('checkbox', { name: /Letters arrive after the visit/ }).check()
    await page.getByLabel(/Why these/).fill('Letters are in our own hands.')
    await page.getByRole('button', { name: 'Declare 2 priorities' }).click()
    await expect(page.getByText('Letters are in our own hands.').first()).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('everybody sees what came of it', async () => {
    for (const { page: phone } of participants) {
      await phone.goto(phone.url().replace(/\/vote$/, '/results'))
      await expect(phone.getByRole('main')).toContainText('3 votes')
      await expect(phone.getByText('2=')).toHaveCount(2)
      await expectGoodPage(phone)
      await phone.goto(phone.url().replace(/\/results$/, '/priorities'))
      await expect(phone.getByRole('main')).toContainText('Letters are in our own hands.')
    }
  })
}

async function spendDots({ page, name }: Participant): Promise<void> {
  await page.goto(page.url().replace(/\/issues.*$/, '/vote'))
  for (const issue of DOTS[name]) {
    await page.getByRole('button', { name: new RegExp(`Put a dot.*${issue}`) }).click()
    await expect(page.getByRole('button', { name: new RegExp(`Take the dot back.*${issue}`) })).toBeVisible()
  }
  await expect(page.getByText('1 of 4 dots left').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /Take the dot back/ })).toHaveCount(3)
  await expect(page.getByRole('main')).not.toContainText(/\d votes/)
  await expectGoodPage(page)
}
