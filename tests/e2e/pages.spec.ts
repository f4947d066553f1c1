import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

const PUBLISHED = '/workshops/peer-support-2017'
const SAMPLE = '/workshops/sample-sleeping-well'
const DESK = '/dashboard/workshops/sample-sleeping-well'

const FOR_EVERYBODY = [
  '/',
  '/join',
  '/sign-in',
  PUBLISHED,
  `${PUBLISHED}/issues`,
  `${PUBLISHED}/results`,
  `${PUBLISHED}/priorities`,
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
  SAMPLE,
  `${SAMPLE}/issues`,
  `${SAMPLE}/vote`,
  `${SAMPLE}/results`,
  `${SAMPLE}/priorities`,
]

for (const { name, width, colorScheme } of [
  { name: 'on a phone in the dark', width: 390, colorScheme: 'dark' as const },
  { name: 'on a desk in the light', width: 1280, colorScheme: 'light' as const },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' })

    for (const path of FOR_EVERYBODY) {
      test(`${path} opens for everybody`, async ({ page }) => {
        expect((await page.goto(path))?.status()).toBe(200)
        await expectGoodPage(page)
      })
    }

    test.describe('signed in', () => {
      test.use({ storageState: ADMINISTRATOR })
      for (const path of FOR_STAFF) {
        test(`${path} opens for the administrator`, async ({ page }) => {
          expect((await page.goto(path))?.status()).toBe(200)
          await expectGoodPage(page)
        })
      }
    })
  })
}

test('what is not there says so and leads on', async ({ page }) => {
  expect((await page.goto('/workshops/nowhere'))?.status()).toBe(404)
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
