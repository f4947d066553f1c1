import type { Page } from '@playwright/test'
import { ADMINISTRATOR, ALL_PROJECTS, expect, expectGoodPage, test } from './support/journey.ts'

const PUBLISHED = '/workshops/peer-support-2017'
const SAMPLE = '/workshops/sample-sleeping-well'
const SECOND_DAY = '/workshops/sample-second-day'
const DESK = '/dashboard/workshops/sample-sleeping-well'

const FOR_EVERYBODY = [
  '/',
  '/join',
  '/sign-in',
  PUBLISHED,
  `${PUBLISHED}/issues`,
  `${PUBLISHED}/results`,
  `${PUBLISHED}/priorities`,
  `${PUBLISHED}/ideas`,
  `${PUBLISHED}/ideas?horizon=ONE_YEAR`,
  `${PUBLISHED}/ideas?q=nobody+wrote+this`,
  `${PUBLISHED}/board`,
  `${PUBLISHED}/write-up`,
  `${PUBLISHED}/board?frames=areas`,
  `/embed${PUBLISHED}/results`,
  `/embed${PUBLISHED}/progress`,
  '/search',
  '/search?q=recieve+evidence',
  '/search?q=nobodywrotethis&kind=IDEA',
]
const FOR_STAFF = [
  '/dashboard',
  '/dashboard/staff',
  '/dashboard/projects/new',
  '/workshops',
  DESK,
  `${DESK}/set-up`,
  `${DESK}/people`,
  `${DESK}/issues`,
  `${DESK}/voting`,
  `${DESK}/join-sheet`,
  `/dashboard${SECOND_DAY}`,
  `/dashboard${SECOND_DAY}/ideas`,
  `/dashboard${SECOND_DAY}/moderation`,
  `/dashboard${SECOND_DAY}/set-up`,
  `/dashboard${SECOND_DAY}/write-up`,
  `${SECOND_DAY}/write-up`,
  SAMPLE,
  `${SAMPLE}/issues`,
  `${SAMPLE}/vote`,
  `${SAMPLE}/results`,
  `${SAMPLE}/priorities`,
  '/account',
  SECOND_DAY,
  `${SECOND_DAY}/priorities`,
  `${SECOND_DAY}/ideas`,
  `${SECOND_DAY}/ideas?order=MOST_CRITIQUES`,
  `${SECOND_DAY}/board`,
  `${SECOND_DAY}/board?frames=areas`,
]

/** Addresses that one visitor opens one after another, as a browser that knows the product's files is quicker. */
function inPieces(paths: readonly string[]): string[][] {
  const size = 4
  return Array.from({ length: Math.ceil(paths.length / size) }, (_, at) =>
    paths.slice(at * size, (at + 1) * size),
  )
}

const LOOKS = [
  { name: 'on a phone in the dark', width: 390, colorScheme: 'dark' as const },
  { name: 'on a desk in the light', width: 1280, colorScheme: 'light' as const },
]

/** Opens each address in both ways: what fits when a window grows need not fit when it was wide from the beginning. */
async function expectAllGood(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const { name, width, colorScheme } of LOOKS) {
      await test.step(`${path} ${name}`, async () => {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme })
        expect((await page.goto(path))?.status()).toBe(200)
        await expectGoodPage(page)
      })
    }
  }
}

test.describe('on a phone in the dark and on a desk in the light', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', reducedMotion: 'reduce' })

  for (const paths of inPieces(FOR_EVERYBODY)) {
    test(`${paths[0]} and ${paths.length - 1} more open for everybody`, ({ page }) =>
      expectAllGood(page, paths))
  }

  test.describe('signed in', () => {
    test.use({ storageState: ADMINISTRATOR })
    for (const paths of inPieces(FOR_STAFF)) {
      test(`${paths[0]} and ${paths.length - 1} more open for the administrator`, ({ page }) =>
        expectAllGood(page, paths))
    }
  })
})

for (const { name, width, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' })

    test.describe('signed in', () => {
      test.use({ storageState: ADMINISTRATOR })

      test('the idea with the most comments opens from the outline, with every thread', async ({ page }) => {
        await page.goto(`${SECOND_DAY}/ideas?order=MOST_CRITIQUES`)
        await page
          .getByRole('link', { name: /^Read and comment/ })
          .first()
          .click()
        await expect(page.getByRole('heading', { level: 2, name: 'Comments' })).toBeVisible()
        await expect(
          page.getByRole('heading', { name: /^Unintended consequence from/ }).first(),
        ).toBeVisible()
        await expectGoodPage(page)
        await page
          .getByRole('button', { name: /^Answer/ })
          .first()
          .click()
        await page.getByRole('button', { name: 'Add the comment' }).click()
        await expect(page.getByText('Choose what kind of comment it is.')).toBeVisible()
        await expectGoodPage(page)
      })

      test('a project leads to what became of its priorities, and asks what became of ideas', async ({
        page,
      }) => {
        await page.goto(ALL_PROJECTS)
        await page.getByRole('link', { name: 'Peer support', exact: true }).click()
        await expect(page.getByRole('heading', { name: 'What became of the priorities' })).toBeVisible()
        await page.getByText('What the other phases ask for').click()
        await expectGoodPage(page)
        await page.getByRole('link', { name: 'Say what became of them' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ideas to ask about')
        // Both widths run at once, each on an idea of its own.
        const ideas = page.getByRole('main').getByRole('listitem')
        const idea = width < 500 ? ideas.first() : ideas.last()
        const title = (await idea.getByRole('link').first().textContent()) ?? ''
        await idea.getByText('Say what became of it').click()
        await idea.getByLabel('What became of it').selectOption('Given up')
        await expectGoodPage(page)
        await idea.getByRole('button', { name: 'Say so' }).click()
        await expect(page.getByText('Say why it was given up: people will ask.').first()).toBeVisible()
        await idea.getByLabel('Why?').fill('Nobody was asked to do it.')
        await idea.getByRole('button', { name: 'Say so' }).click()
        await expect(page.getByText('What became of the idea is kept.').first()).toBeVisible()
        await expect(page.getByRole('link', { name: title })).toHaveCount(0)
      })

      test('the form for a problem statement opens in its place', async ({ page }) => {
        await page.goto(`${SECOND_DAY}/priorities`)
        await page.getByRole('button', { name: 'Write a problem statement' }).click()
        await expect(page.getByLabel('Problem statement', { exact: true })).toBeFocused()
        await expectGoodPage(page)
      })
    })
  })
}

test('what is not there says so and leads on', async ({ page }) => {
  expect((await page.goto('/workshops/nowhere'))?.status()).toBe(404)
  await expectGoodPage(page)
})

test('an idea that is not there says so within its workshop', async ({ page }) => {
  await page.goto(`${PUBLISHED}/ideas/01890000-0000-7000-8000-000000000000`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not/)
  // The frame of the workshop has been sent by then, so it is the page and not the status that tells machines.
  await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/)
  await expectGoodPage(page)
})

test('the 2017 result tells the whole truth', async ({ page }) => {
  await page.goto(`${PUBLISHED}/results`)
  const main = page.getByRole('main')
  await expect(main).toContainText('70 of 154 votes (45%)')
  await expect(main).toContainText('Counted 147 of 154 published')
  await expect(main).toContainText('15 of 17 options with a figure')
  await expect(main).toContainText('1 vote wide')
  await expect(main.getByText('3=')).toHaveCount(2)
})
