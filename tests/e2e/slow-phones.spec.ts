import type { Locator, Page } from '@playwright/test'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'
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

test('on a slow phone nothing typed or tapped before the script runs is lost', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'Peer support on slow phones')
  const maya = await joinRoom(browser, 'Maya', day)
  const tom = await joinRoom(browser, 'Tom', day)
  await seatAtTables(page.request, day, { Maya: 'E1', Tom: 'C1' })
  const phone = maya.page
  await slowDown(phone)

  await test.step('an issue', async () => {
    await openStep(page.request, day, 'GATHER')
    const put = phone.getByRole('button', { name: 'Put it on the wall' })
    await arrive(phone, `/workshops/${day.slug}/issues`, put)
    await phone.getByLabel('Issue', { exact: true }).click()
    await phone.keyboard.insertText('Letters arrive')
    await phone.getByLabel('Area', { exact: true }).selectOption({ label: TAKEN_FORWARD[2].area })
    await expect(put, 'the script is still on its way').toBeDisabled()
    await expectGoodPage(phone)
    await expect(put).toBeEnabled()
    await expect(phone.getByLabel('Issue', { exact: true })).toHaveValue('Letters arrive')
    await expect(phone.getByLabel('Issue', { exact: true })).toBeFocused()
    await phone.keyboard.insertText(' after the visit')
    await put.click()
    await expect(
      phone
        .getByRole('region', { name: TAKEN_FORWARD[2].area })
        .getByRole('article')
        .filter({ hasText: 'Letters arrive after the visit' }),
    ).toBeVisible()
  })

  await test.step('a dot', async () => {
    const round = await openVote(page.request, day)
    const put = phone.getByRole('button', { name: new RegExp(`^Put a dot here.*${TAKEN_FORWARD[0].title}`) })
    await arrive(phone, `/workshops/${day.slug}/vote`, put)
    await expect(put, 'a tap would be lost').toBeDisabled()
    await put.click()
    await expect(phone.getByRole('button', { name: /^Take the dot back/ })).toHaveCount(1)
    await declareAll(page.request, round, day, [tom.context.request])
  })

  await test.step('a comment', async () => {
    const ideaId = await writeIdea(page.request, day, { text: 'Ask before the visit', table: 'C1' })
    await openStep(page.request, day, 'CRITIQUE')
    const add = phone.getByRole('button', { name: 'Add the comment' })
    await arrive(phone, `/workshops/${day.slug}/ideas/${ideaId}`, add)
    await phone.getByLabel('Your comment').click()
    await phone.keyboard.insertText('Who asks?')
    await phone.getByRole('radio', { name: /Question/ }).check()
    await expect(add, 'the script is still on its way').toBeDisabled()
    await expect(add).toBeEnabled()
    await expect(phone.getByRole('radio', { name: /Question/ })).toBeChecked()
    await add.click()
    await expect(phone.getByRole('article').filter({ hasText: 'Who asks?' })).toBeVisible()
  })

  for (const { complaints, context } of [maya, tom]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

/** A phone of some years ago, at the edge of the hospital's wifi. */
async function slowDown(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  const throughput = 50 * 1024
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Opens a page until something of it is seen, which is long before its script runs. */
async function arrive(page: Page, path: string, seen: Locator): Promise<void> {
  await page.goto(path, { waitUntil: 'commit' })
  await expect(seen).toBeVisible()
}
