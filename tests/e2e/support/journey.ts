import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

/** The dashboard with all of its projects: other journeys make some of their own, before those of the data. */
export const ALL_PROJECTS = '/dashboard?projects=60'

/** Where the administrator's session is kept between the set-up and the journeys. */
export const ADMINISTRATOR = 'test-results/administrator.json'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A journey fails when any page that it opened wrote an error to its console. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ context }, use) => {
      const complaints = watch(context)
      await use(undefined)
      expect(complaints, 'the console stays quiet').toEqual([])
    },
    { auto: true },
  ],
})

/** Collects what pages of a context complain about. A status that the page itself shows is no complaint. */
export function watch(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('weberror', (problem) => complaints.push(String(problem.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  return complaints
}

/** The page has one heading of the first level, scrolls in one direction only, and passes the accessibility rules. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  let found = await violationsOn(page)
  // A page that renders itself anew, because somebody else did something, is without its title for a moment.
  if (found.some((one) => one.startsWith('document-title'))) found = await violationsOn(page)
  expect(found, `accessibility of ${page.url()}`).toEqual([])
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(0)
}

async function violationsOn(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/\S/)
  // In one piece and without what passes: the usual way opens a second page each time, for frames of other origins.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS)
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

export { expect }
