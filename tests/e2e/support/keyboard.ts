import type { Locator, Page } from '@playwright/test'
import { expect } from './journey.ts'

const MOST = 200

/** Goes to something with Tab alone, as somebody without a mouse does, and presses a key on it; null presses none. */
export async function pressOn(page: Page, target: Locator, key: string | null = 'Enter'): Promise<void> {
  await expect(target).toBeVisible()
  for (let tabs = 0; tabs < MOST; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      if (key !== null) await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with the Tab key.`)
}
