import { expect, expectGoodPage, test } from './support/journey.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`the way in says at once everything that is missing, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      storageState: { cookies: [], origins: [] },
    })
    const page = await context.newPage()
    await page.goto('/join')
    await page.getByRole('button', { name: 'Join the workshop' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(summary.getByRole('link')).toHaveText(['Enter the room code.', 'Enter your name.'])
    await page.getByLabel('Your name').fill('Maya')
    await page.getByRole('button', { name: 'Join the workshop' }).click()
    await expect(summary.getByRole('link')).toHaveText(['Enter the room code.'])
    await expect(page.getByLabel('Your name')).toHaveValue('Maya')
    if (javaScriptEnabled) await expectGoodPage(page)
    await context.close()
  })
}
