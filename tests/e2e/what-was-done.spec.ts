import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask, makeWorkshop } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

const MADE = '... on Refusal { message }'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

const toasts = (page: Page) => page.getByRole('region', { name: 'What was just done' })

/** A brief with a cycle that is being planned. */
async function makeCycle(page: Page) {
  const { createProject } = await ask<{ createProject: { project: { id: string } } }>(
    page.request,
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
      __typename ... on ProjectSuccess { project { id } } ${MADE} } }`,
    { input: { title: 'Nights without bells', challenge: 'What wakes people?', areas: ['Noise'] } },
  )
  const projectId = createProject.project.id
  const [briefId, teamId, cycleId] = [v7(), v7(), v7()]
  await ask(
    page.request,
    `mutation ($brief: CreateBriefInput!, $team: AddTestTeamInput!, $cycle: PlanCycleInput!) {
      createBrief(input: $brief) { __typename ${MADE} }
      addTestTeam(input: $team) { __typename ${MADE} }
      planCycle(input: $cycle) { __typename ${MADE} } }`,
    {
      brief: { id: briefId, projectId, title: 'Quiet bells' },
      team: { id: teamId, briefId, organisation: 'Elm ward' },
      cycle: { id: cycleId, teamId },
    },
  )
  return { brief: `/dashboard/projects/${projectId}/briefs/${briefId}`, cycleId }
}

test('going on to the next part of a cycle saves what is typed in this one', async ({ page }) => {
  const { brief, cycleId } = await makeCycle(page)
  await page.goto(`${brief}/cycles/${cycleId}`)
  await page.getByLabel('Prediction').fill('Nobody wakes')
  await page.getByLabel('Smallest useful scale').fill('One bell')
  await page.getByLabel('Question', { exact: true }).fill('Do softer bells wake nobody?')
  await page.getByRole('button', { name: 'Go on to Do' }).click()
  await expect(toasts(page)).toContainText('The cycle is in Do now.')
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText('Nobody wakes')
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText('One bell')
  const { testCycle } = await ask<{ testCycle: object }>(
    page.request,
    'query ($id: ID!) { testCycle(id: $id) { state prediction scale } }',
    { id: cycleId },
  )
  expect(testCycle).toEqual({ state: 'DO', prediction: 'Nobody wakes', scale: 'One bell' })
  await expectGoodPage(page)
})

test('publishing a write-up and opening a vote save what is typed beside them', async ({ page }) => {
  const { id, slug, areas } = await makeWorkshop(page.request, { title: 'Typed beside', areas: ['Noise'] })
  await page.goto(`/dashboard/workshops/${slug}/write-up`)
  await page.getByLabel('Words for “Introduction”').fill('We met in March.')
  await page.getByRole('button', { name: 'Make an address to share' }).click()
  await expect(toasts(page)).toContainText('The write-up has an address to share.')
  await page.reload()
  await expect(page.getByLabel('Words for “Introduction”')).toHaveValue('We met in March.')
  await expect(page.getByText('1 version of “Introduction”')).toBeVisible()

  const [issueId, roundId] = [v7(), v7()]
  await ask(
    page.request,
    `mutation ($issue: WriteIssueInput!, $decision: DecideIssueInput!, $round: CreateRoundInput!) {
      writeIssue(input: $issue) { __typename ${MADE} }
      decideIssue(input: $decision) { __typename ${MADE} }
      createRound(input: $round) { __typename ${MADE} } }`,
    {
      issue: { id: issueId, workshopId: id, areaId: areas[0]?.id, title: 'Bins at night' },
      decision: { issueId, state: 'PUT_FORWARD' },
      round: { id: roundId, workshopId: id },
    },
  )
  await page.goto(`/dashboard/workshops/${slug}/voting/${roundId}`)
  const openIt = async () => {
    await page.getByRole('button', { name: 'Open voting' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Open voting' }).click()
  }
  await page.getByLabel('Dots for each voter').fill('0')
  await openIt()
  await expect(page.getByRole('alertdialog')).toContainText('could not be saved')
  await page.getByRole('button', { name: 'Not yet' }).click()
  await page.getByLabel('Dots for each voter').fill('2')
  await openIt()
  await expect(toasts(page)).toContainText('Voting is open.')
  const { round } = await ask<{ round: object }>(
    page.request,
    'query ($id: ID!) { round(id: $id) { state dotsPerVoter } }',
    { id: roundId },
  )
  expect(round).toEqual({ state: 'OPEN', dotsPerVoter: 2 })
})

test('what was just done is said once and leaves, but not under a pointer or the focus', async ({ page }) => {
  const { slug } = await makeWorkshop(page.request, { title: 'Said once', areas: ['Noise'] })
  await page.clock.install()
  await page.goto(`/dashboard/workshops/${slug}/set-up`)
  const save = async (venue: string) => {
    await page.getByLabel('Venue').fill(venue)
    await page.getByRole('button', { name: 'Save the details' }).click()
    await expect(toasts(page)).toContainText('The details are saved.')
  }
  await save('The hall')
  await expect(page.locator('[aria-live=polite]', { hasText: 'The details are saved.' })).toHaveCount(1)
  await page.clock.fastForward(5_000)
  await expect(toasts(page)).toContainText('The details are saved.')
  await page.clock.fastForward(1_500)
  await expect(toasts(page)).toBeEmpty()

  await save('The chapel')
  await toasts(page).getByText('The details are saved.').hover()
  await page.clock.fastForward(20_000)
  await expect(toasts(page)).toContainText('The details are saved.')
  await page.mouse.move(0, 0)
  await toasts(page).getByRole('button').focus()
  await page.clock.fastForward(20_000)
  await expect(toasts(page)).toContainText('The details are saved.')
  await page.getByLabel('Venue').focus()
  await page.clock.fastForward(6_500)
  await expect(toasts(page)).toBeEmpty()

  await save('The library')
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await expect(page).toHaveURL(/\/people$/)
  await expect(toasts(page)).toBeEmpty()
})
