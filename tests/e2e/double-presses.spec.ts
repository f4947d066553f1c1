import { ADMINISTRATOR, expect, test } from './support/journey.ts'
import {
  declareAll,
  joinRoom,
  makeSecondDay,
  openStep,
  openVote,
  seatAtTables,
  TAKEN_FORWARD,
  writeIdea,
} from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR, actionTimeout: 20_000 })

test('the second press of a double one neither takes a dot back nor asks for words', async ({
  page,
  browser,
}) => {
  const day = await makeSecondDay(page.request, 'Peer support, with quick fingers')
  const maya = await joinRoom(browser, 'Maya', day)
  await seatAtTables(page.request, day, { Maya: 'E1' })
  const phone = maya.page

  await test.step('an issue', async () => {
    await openStep(page.request, day, 'GATHER')
    await phone.goto(`/workshops/${day.slug}/issues`)
    await phone.getByLabel('Issue', { exact: true }).fill('Letters arrive late')
    await phone.getByRole('button', { name: 'Put it on the wall' }).dblclick()
    await expect(phone.getByRole('article').filter({ hasText: 'Letters arrive late' })).toHaveCount(1)
    await expect(phone.getByText('Write the issue first.')).toHaveCount(0)
  })

  await test.step('a dot, by touch and by keyboard, which a later press takes back', async () => {
    const round = await openVote(page.request, day)
    await phone.goto(`/workshops/${day.slug}/vote`)
    const [first, second] = TAKEN_FORWARD
    const put = phone.getByRole('button', { name: new RegExp(`^Put a dot here.*${first.title}`) })
    const take = phone.getByRole('button', { name: new RegExp(`^Take the dot back.*${first.title}`) })
    await put.dblclick()
    await expect(take).toBeVisible()
    await phone.getByRole('button', { name: new RegExp(`^Put a dot here.*${second.title}`) }).focus()
    await phone.keyboard.press('Enter')
    await phone.keyboard.press('Enter')
    await expect(phone.getByRole('button', { name: /^Take the dot back/ })).toHaveCount(2)
    await expect(async () => {
      await take.click({ timeout: 1_000 })
      await expect(put).toBeVisible({ timeout: 200 })
    }).toPass()
    await declareAll(page.request, round, day, [maya.context.request])
  })

  await test.step('an idea', async () => {
    await writeIdea(page.request, day, { text: 'Ask before the visit', table: 'C1' })
    await openStep(page.request, day, 'IDEATE')
    await phone.goto(`/workshops/${day.slug}/ideas`)
    await phone.getByRole('button', { name: /^Write an idea.*four weeks/ }).click()
    await phone.getByLabel(/^Your idea/).fill('Write to people')
    await phone.getByRole('button', { name: 'Put the idea on the wall' }).dblclick()
    await expect(phone.getByRole('article').filter({ hasText: 'Write to people' })).toHaveCount(1)
    await expect(phone.getByText('Write the idea first.')).toHaveCount(0)
    await expect(async () => {
      await phone.getByRole('button', { name: 'Put the idea on the wall' }).click()
      await expect(phone.getByText('Write the idea first.')).toBeVisible({ timeout: 200 })
    }).toPass()
  })

  expect(maya.complaints).toEqual([])
  await maya.context.close()
})
