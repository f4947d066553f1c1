import type { Locator, Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask, makeWorkshop } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
import { joinRoom, makeSecondDay, openStep, openVote, seatAtTables } from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

const AREAS = ['Evidence', 'Workforce', 'Access']
const cardOf = (page: Page, title: string) =>
  page.locator('.board').getByRole('button', { name: new RegExp(`^Issue: ${title}`) })
const said = (page: Page) => page.locator('#announcements-a, #announcements-b').filter({ hasText: /./ })

async function makeBoard(page: Page, title: string) {
  const workshop = await makeWorkshop(page.request, { title, areas: AREAS })
  for (const [at, words] of ['Nobody is paid', 'Rooms are locked', 'Trust takes time'].entries()) {
    await ask(
      page.request,
      `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ... on Refusal { message } } }`,
      { input: { id: v7(), workshopId: workshop.id, areaId: workshop.areas[at]?.id, title: words } },
    )
  }
  await page.goto(`/workshops/${workshop.slug}/board?frames=areas`)
  await cardOf(page, 'Nobody is paid').waitFor()
  return workshop
}

/** Drags a card by the mouse until its middle is over a spot of another. */
async function drag(page: Page, card: Locator, onto: Locator) {
  const [from, to] = [await card.boundingBox(), await onto.boundingBox()]
  if (!from || !to) throw new Error('The card is not in sight.')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2 + 20, to.y + to.height / 2 + 30, { steps: 8 })
  await page.mouse.up()
}

test('a card that is dropped in another frame changes its area, for everybody, until that is undone', async ({
  page,
}) => {
  await makeBoard(page, 'Dragging cards')
  await drag(page, cardOf(page, 'Nobody is paid'), cardOf(page, 'Rooms are locked'))
  const done = page.getByRole('region', { name: 'What was just done' })
  await expect(done).toContainText('The card is in Workforce now.')
  await expect(cardOf(page, 'Nobody is paid')).toHaveAccessibleName('Issue: Nobody is paid. Workforce.')
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('The card is back in Evidence.')
  await expect(cardOf(page, 'Nobody is paid')).toHaveAccessibleName('Issue: Nobody is paid. Evidence.')
  await page.reload()
  await expect(cardOf(page, 'Nobody is paid')).toHaveAccessibleName('Issue: Nobody is paid. Evidence.')
})

test('by keyboard a card is picked up, moved and dropped, and each step says where it is', async ({
  page,
}) => {
  await makeBoard(page, 'Moving cards by keyboard')
  const card = cardOf(page, 'Nobody is paid')
  await card.focus()
  await expect(card).toHaveAccessibleDescription(/Press Space to pick it up/)
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText('Picked up, in Evidence.')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(said(page)).toHaveText('There is no frame that way.')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(said(page)).toHaveText('Over Workforce.')
  await page.keyboard.press('Escape')
  await expect(said(page)).toHaveText('Back where it was, in Evidence.')
  await expect(card).toHaveAccessibleName('Issue: Nobody is paid. Evidence.')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(said(page)).toHaveText('Moved down.')
  await page.keyboard.press('Space')
  await expect(said(page)).toContainText('The card is in Workforce now.')
  await expect(card).toHaveAccessibleName('Issue: Nobody is paid. Workforce.')
  await expect(card).toBeFocused()
  await expectGoodPage(page)
})

test('a card that may not be changed is put back, and the reason is said', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'Cards that were voted on')
  const anna = await joinRoom(browser, 'Anna', day)
  const { optionIds } = await openVote(page.request, day)
  await ask(
    anna.context.request,
    `mutation ($workshopId: ID!, $optionId: ID!) {
      castVote(workshopId: $workshopId, optionId: $optionId) { __typename ... on Refusal { message } } }`,
    { workshopId: day.id, optionId: optionIds[1] },
  )
  await page.goto(`/workshops/${day.slug}/board?frames=areas`)
  const card = cardOf(page, 'Equity with the medical model')
  await card.focus()
  const where = await card.evaluate((node) => node.style.transform)
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText(
    'The card is back where it was. ',
  )
  await expect(card).toHaveAccessibleName(/Workforce/)
  expect(await card.evaluate((node) => node.style.transform)).toBe(where)
  expect(anna.complaints).toEqual([])
  await anna.context.close()
})

test('participants hang their own cards in another frame while the step is open, and nobody else’s', async ({
  page,
  browser,
}) => {
  const day = await makeSecondDay(page.request, 'Own cards')
  const anna = await joinRoom(browser, 'Anna', day)
  await seatAtTables(page.request, day, { Anna: 'E1' })
  await openStep(page.request, day, 'GATHER')
  for (const [request, title] of [
    [anna.context.request, 'Written by Anna'],
    [page.request, 'Written by the lab'],
  ] as const) {
    await ask(
      request,
      `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ... on Refusal { message } } }`,
      { input: { id: v7(), workshopId: day.id, areaId: day.areas[0]?.id, title } },
    )
  }
  await anna.page.goto(`/workshops/${day.slug}/board?frames=areas`)
  const [own, other] = [cardOf(anna.page, 'Written by Anna'), cardOf(anna.page, 'Written by the lab')]
  await expect(other).toHaveAccessibleDescription('Press Enter to open the card.')
  await own.focus()
  await anna.page.keyboard.press('Space')
  await anna.page.keyboard.press('Shift+ArrowRight')
  await anna.page.keyboard.press('Space')
  await expect(own).toHaveAccessibleName(/Workforce/)
  await anna.page.reload()
  await expect(own).toHaveAccessibleName(/Workforce/)
  expect(anna.complaints).toEqual([])
  await anna.context.close()
})
