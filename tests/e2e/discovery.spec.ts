import type { Browser, BrowserContext, Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test, watch } from './support/journey.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const ISSUES = {
  Maya: ['Nobody knows whom to ask', 'Letters arrive after the visit'],
  Tom: ['The same story is told five times', 'Plain words are missing'],
  Wen: ['Carers are left out', 'Parking costs a day’s wage'],
}

type Participant = { name: keyof typeof ISSUES; page: Page; context: BrowserContext; complaints: string[] }

test.use({ storageState: ADMINISTRATOR })

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
    await page.getByRole('button', { name: /Create the workshop|Create workshop/ }).click()
    await expect(page).toHaveURL(/\/dashboard\/workshops\//)
  })
  const desk = new URL(page.url()).pathname
  const code = await roomCode(page)

  const participants = await test.step('three people join with their phones', async () => {
    const names = Object.keys(ISSUES) as Participant['name'][]
    return Promise.all(names.map((name) => join(browser, name, code)))
  })

  await test.step('staff give them a table', async () => {
    await page.goto(`${desk}/people`)
    for (const { name } of participants) {
      await page.getByLabel(`Table of ${name}`).selectOption({ index: 1 })
      await expect(page.getByLabel(`Table of ${name}`)).not.toHaveValue('')
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
      await phone.goto(phone.url())
      for (const issue of ISSUES[name]) {
        await phone.getByRole('button', { name: `Put forward: ${issue}` }).click()
      }
    }
  })

  await vote(page, desk, participants)
  for (const { complaints, context } of participants) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function roomCode(page: Page): Promise<string> {
  await page.goto(`${new URL(page.url()).pathname}/join-sheet`)
  const code = /\/j\/(\w+)/.exec((await page.getByRole('main').textContent()) ?? '')?.[1]
  if (code === undefined) throw new Error('The join sheet shows no address.')
  await expectGoodPage(page)
  return code
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

async function vote(page: Page, desk: string, participants: Participant[]): Promise<void> {
  await page.goto(`${desk}/voting`)
  expect(participants).toHaveLength(3)
}
