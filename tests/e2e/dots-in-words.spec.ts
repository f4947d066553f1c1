import { ask } from './support/api.ts'
import { ADMINISTRATOR, expect, test } from './support/journey.ts'
import { joinRoom, makeSecondDay, openVote } from './support/second-day.ts'

test.use({ storageState: ADMINISTRATOR })

const REFUSED = '... on Refusal { message }'

test('participants read the true number of dots, also after it was changed', async ({ page, browser }) => {
  const day = await makeSecondDay(page.request, 'Six dots each')
  const { page: anna, context, complaints } = await joinRoom(browser, 'Anna', day)
  const setDots = (dotsPerVoter: number) =>
    ask(
      page.request,
      `mutation ($input: UpdateWorkshopInput!) { updateWorkshop(input: $input) { __typename ${REFUSED} } }`,
      { input: { id: day.id, dotsPerVoter } },
    )
  await setDots(6)
  const { roundId } = await openVote(page.request, day)
  await anna.goto(`/workshops/${day.slug}`)
  await expect(anna.getByText('Everybody has six dots, at most one on each issue.')).toBeVisible()
  await ask(
    page.request,
    `mutation ($input: UpdateRoundInput!) { updateRound(input: $input) { __typename ${REFUSED} } }`,
    { input: { id: roundId, dotsPerVoter: 3 } },
  )
  await anna.reload()
  await expect(anna.getByText('Everybody has three dots, at most one on each issue.')).toBeVisible()
  await anna.goto(`/workshops/${day.slug}/vote`)
  await expect(anna.getByText(/^You have three dots\./)).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
})
