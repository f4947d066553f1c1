import { v7 } from 'uuid'
import { ask, makeWorkshop } from './support/api.ts'
import { ADMINISTRATOR, expect, test } from './support/journey.ts'

/** What people may write and no browser may run: rows B66 to B68 of the list of abuse. */
const HOSTILE = [
  '<script>window.owned = 1</script>',
  '<img src="x" onerror="window.owned = 2">',
  '[press here](javascript:window.owned=3)',
  'A </script><script>window.owned = 4</script> B',
  'A line \u2028 break and a \u2029 paragraph </script>',
  '"><svg onload="window.owned = 5"></svg>',
  '{{constructor.constructor("window.owned = 6")()}}',
  '&lt;b&gt; stays as it was typed &amp; so does this',
  '%3Cscript%3Ewindow.owned%20%3D%207%3C/script%3E',
] as const

test.use({ storageState: ADMINISTRATOR })

test('hostile words stand on every page as they were typed, and run nowhere', async ({ page }) => {
  const title = 'Title </script><script>window.owned = 8</script>'
  const { id, slug, areas } = await makeWorkshop(page.request, {
    title,
    description: HOSTILE.join('\n'),
    areas: ['<b>Area</b>'],
  })
  for (const words of HOSTILE) {
    await ask(
      page.request,
      'mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ... on Refusal { message } } }',
      { input: { id: v7(), workshopId: id, areaId: areas[0]?.id, title: words } },
    )
  }
  const complaints: string[] = []
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.exposeFunction('complain', (what: string) => complaints.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { complain } = window as unknown as { complain: (what: string) => void }
      complain(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  for (const path of [
    `/workshops/${slug}`,
    `/workshops/${slug}/issues`,
    `/dashboard/workshops/${slug}`,
    `/dashboard/workshops/${slug}/issues`,
    `/dashboard/workshops/${slug}/set-up`,
    '/dashboard',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    if (path !== '/dashboard') expect(await page.title(), path).toContain(title)
    expect(await page.evaluate(() => 'owned' in window), path).toBe(false)
    if (!path.endsWith('/issues')) continue
    for (const words of HOSTILE) {
      const shown = page.getByText(words.replace(/[\u2028\u2029]/g, ' '), { exact: false }).first()
      await expect(shown, `${path} shows ${words}`).toBeVisible()
    }
    // Islands work, so the state that came with the page was read whole.
    await page
      .getByRole('button', { name: /^(Reword|Change|More|Put forward)/ })
      .first()
      .click()
  }
  expect(complaints).toEqual([])
})
