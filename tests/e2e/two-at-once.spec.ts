import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask, makeWorkshop } from './support/api.ts'
import { ADMINISTRATOR, expect, expectGoodPage, test } from './support/journey.ts'

const MADE = '... on Refusal { message }'

test.use({ storageState: ADMINISTRATOR, reducedMotion: 'reduce' })

/** The same page in two tabs, as two people have it before either saves. */
async function openTwice(first: Page, address: string, open?: (page: Page) => Promise<void>) {
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto(address)
    await open?.(page)
  }
  return second
}

async function save(page: Page, button: string, told: string | RegExp) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText(told)
}

/** A project with a brief and a cycle that is being planned. */
async function makeBrief(page: Page) {
  const { createProject } = await ask<{ createProject: { project: { id: string } } }>(
    page.request,
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
      __typename ... on ProjectSuccess { project { id } } ${MADE} } }`,
    { input: { title: 'Quiet nights', challenge: 'What wakes people?', areas: ['Noise'] } },
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
      brief: { id: briefId, projectId, title: 'Felt under the bin lids' },
      team: { id: teamId, briefId, organisation: 'Birch ward' },
      cycle: { id: cycleId, teamId },
    },
  )
  return { projectId, briefId, cycleId }
}

test('two people change different words of one project, brief and cycle, and both changes stay', async ({
  page,
}) => {
  const { projectId, briefId, cycleId } = await makeBrief(page)
  const project = `/dashboard/projects/${projectId}`

  const other = await openTwice(page, project, (each) =>
    each.getByText('Change the title or the challenge').click(),
  )
  await page.getByLabel('Title', { exact: true }).fill('Quieter nights')
  await save(page, 'Save the changes', 'The project is saved.')
  await other.getByLabel('Challenge', { exact: true }).fill('What lets people sleep?')
  await save(other, 'Save the changes', 'The project is saved.')

  const openBrief = (each: Page) => each.getByText('Change the aim, owner and dates').click()
  const brief = await openTwice(page, `${project}/briefs/${briefId}`, openBrief)
  await page.getByLabel('Title', { exact: true }).fill('Felt under every lid')
  await page.getByLabel('How much').fill('Half as loud')
  await page.getByLabel('I own this brief').check()
  await save(page, 'Save the brief', 'The brief is saved.')
  await brief.getByLabel('By when').fill('June')
  await brief.getByLabel('Why', { exact: true }).fill('People wake at five')
  await save(brief, 'Save the brief', 'The brief is saved.')

  const cycle = await openTwice(page, `${project}/briefs/${briefId}/cycles/${cycleId}`)
  await page.getByLabel('Prediction').fill('Nobody wakes')
  await save(page, 'Save', 'Saved.')
  await cycle.getByLabel('Smallest useful scale').fill('One bin')
  await save(cycle, 'Save', 'Saved.')

  const found = await ask(
    page.request,
    `query ($projectId: ID!, $briefId: ID!) {
      project(id: $projectId) { title challenge }
      brief(id: $briefId) { title why viewerIsOwner aim { howMuch byWhen }
        teams { cycles { prediction scale } } } }`,
    { projectId, briefId },
  )
  expect(found).toEqual({
    project: { title: 'Quieter nights', challenge: 'What lets people sleep?' },
    brief: {
      title: 'Felt under every lid',
      why: 'People wake at five',
      viewerIsOwner: true,
      aim: { howMuch: 'Half as loud', byWhen: 'June' },
      teams: [{ cycles: [{ prediction: 'Nobody wakes', scale: 'One bin' }] }],
    },
  })
})

test('two people change one step of the agenda, and both changes stay', async ({ page }) => {
  const { id, slug } = await makeWorkshop(page.request, { title: 'Two at the agenda', areas: ['Noise'] })
  await ask(
    page.request,
    `mutation ($input: AddStepInput!) { addStep(input: $input) { __typename ${MADE} } }`,
    { input: { workshopId: id, title: 'Welcome', activity: 'GATHER', plannedMinutes: 30 } },
  )
  const other = await openTwice(page, `/dashboard/workshops/${slug}/set-up`, (each) =>
    // The button does nothing until the page has come alive.
    expect(async () => {
      const form = each.getByRole('dialog')
      if (!(await form.isVisible()))
        await each.getByRole('button', { name: 'Change Welcome' }).click({ timeout: 2_000 })
      await expect(form).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 40_000 }),
  )
  await page.getByLabel('Minutes').fill('45')
  await save(page, 'Save the step', '“Welcome” is saved.')
  await other.getByLabel('Instructions (optional)').fill('Find your table.')
  await save(other, 'Save the step', '“Welcome” is saved.')
  const { workshop } = await ask<{ workshop: { steps: object[] } }>(
    page.request,
    'query ($slug: String!) { workshop(slug: $slug) { steps { title plannedMinutes instructions } } }',
    { slug },
  )
  expect(workshop.steps).toEqual([{ title: 'Welcome', plannedMinutes: 45, instructions: 'Find your table.' }])
})

test('whoever enters the paper dots second keeps the number of ballots that the first has typed', async ({
  page,
}) => {
  const { id, slug, areas } = await makeWorkshop(page.request, {
    title: 'Two at the paper',
    areas: ['Noise'],
  })
  const [issueId, roundId] = [v7(), v7()]
  await ask(
    page.request,
    `mutation ($issue: WriteIssueInput!, $decision: DecideIssueInput!, $round: CreateRoundInput!, $roundId: ID!) {
      writeIssue(input: $issue) { __typename ${MADE} }
      decideIssue(input: $decision) { __typename ${MADE} }
      createRound(input: $round) { __typename ${MADE} }
      openRound(roundId: $roundId) { __typename ${MADE} } }`,
    {
      issue: { id: issueId, workshopId: id, areaId: areas[0]?.id, title: 'Bins at night' },
      decision: { issueId, state: 'PUT_FORWARD' },
      round: { id: roundId, workshopId: id },
      roundId,
    },
  )
  const path = `/dashboard/workshops/${slug}/voting/${roundId}/paper`
  const second = await page.context().newPage()
  await second.goto(`${path}/second`)
  await page.goto(`${path}/first`)
  const ballots = (each: Page) => each.getByLabel('Paper ballots (optional)')
  const dots = (each: Page) => each.getByLabel(/^Dots on paper for/)
  const stated = async () => {
    const query = 'query ($id: ID!) { round(id: $id) { paper { ballots first { dots } second { dots } } } }'
    const { round } = await ask<{ round: { paper: object } }>(page.request, query, { id: roundId })
    return round.paper
  }
  await ballots(page).fill('12')
  await dots(page).fill('9')
  await save(page, 'Save the first entry', 'First entry saved: 9 dots.')
  // Typed by mistake and taken away again, it is as good as never touched.
  await ballots(second).fill('1')
  await ballots(second).fill('')
  await dots(second).fill('9')
  await save(second, 'Save the second entry', 'Second entry saved: 9 dots.')
  expect(await stated()).toEqual({ ballots: 12, first: [{ dots: 9 }], second: [{ dots: 9 }] })

  await page.goto(`${path}/first`)
  await expect(ballots(page)).toHaveValue('12')
  await ballots(page).fill('')
  await save(page, 'Save the first entry', 'First entry saved: 9 dots.')
  expect(await stated()).toEqual({ ballots: null, first: [{ dots: 9 }], second: [{ dots: 9 }] })
})

test('words for the write-up that were begun before somebody else saved theirs do not replace them, not after a reload either', async ({
  page,
}) => {
  const { slug } = await makeWorkshop(page.request, { title: 'Two at the write-up', areas: ['Noise'] })
  const other = await openTwice(page, `/dashboard/workshops/${slug}/write-up`)
  const words = (each: Page) => each.getByLabel('Words for “Introduction”')
  const button = 'Save “Introduction”'
  await words(page).fill('My words')
  await words(other).fill('Their words')
  await save(other, button, '“Introduction” is saved.')

  await page.reload()
  await expect(words(page)).toHaveValue('My words')
  await words(page).pressSequentially(', and more')
  const refused = page.getByText('Someone has changed this text since you opened it.')
  for (const _ of ['once', 'again']) {
    await page.getByRole('button', { name: button }).click()
    await expect(refused).toBeVisible()
  }
  await page.getByRole('button', { name: 'Throw my changes away' }).click()
  await expect(words(page)).toHaveValue('Their words')
  await words(page).fill('Their words and mine')
  await save(page, button, '“Introduction” is saved.')
  await expect(refused).toBeHidden()
  await page.getByText('2 versions of “Introduction”').click()
  await expect(page.getByText('Their words', { exact: true })).toBeVisible()
})

test('whoever saves over what somebody else has changed sees both versions and chooses', async ({ page }) => {
  const { projectId } = await makeBrief(page)
  const open = (each: Page) => each.getByText('Change the title or the challenge').click()
  const other = await openTwice(page, `/dashboard/projects/${projectId}`, open)
  await page.getByLabel('Title', { exact: true }).fill('Calmer nights')
  await other.getByLabel('Title', { exact: true }).fill('Quieter nights')
  await save(page, 'Save the changes', 'The project is saved.')

  await other.getByRole('button', { name: 'Save the changes', exact: true }).click()
  const both = other.getByRole('alert').filter({ hasText: 'Somebody else changed this' })
  await expect(both).toContainText(/Saved now\s*Calmer nights\s*Yours\s*Quieter nights/)
  await expectGoodPage(other)
  // What was typed outlives a reload, with what it was typed over.
  await other.reload()
  await open(other)
  await expect(both).toContainText('Quieter nights')
  await both.getByRole('button', { name: 'Keep mine' }).click()
  await expect(both).toHaveCount(0)
  await save(other, 'Save the changes', 'The project is saved.')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Quieter nights')

  await page.reload()
  await open(page)
  await page.getByLabel('Title', { exact: true }).fill('Silent nights')
  await other.getByLabel('Title', { exact: true }).fill('Still nights')
  await save(other, 'Save the changes', 'The project is saved.')
  await page.getByRole('button', { name: 'Save the changes', exact: true }).click()
  await page.getByRole('button', { name: 'Use what is saved now' }).click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Still nights')
})

test('all issues shown are put forward in one press, taken back in one, and the ballot says what it leaves out', async ({
  page,
}) => {
  const workshop = await makeWorkshop(page.request, { title: 'Many at once', areas: ['Noise'] })
  const titles = Array.from({ length: 12 }, (_, at) => `Issue ${at + 1}`)
  for (const title of titles) {
    const input = { id: v7(), workshopId: workshop.id, areaId: workshop.areas[0]?.id, title }
    await ask(
      page.request,
      `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ${MADE} } }`,
      { input },
    )
  }
  const desk = `/dashboard/workshops/${workshop.slug}/issues`
  await page.goto(desk)
  await page.getByRole('button', { name: 'Tick all 12 shown' }).click()
  const bar = page.getByRole('region', { name: 'Chosen issues' })
  await expect(bar).toContainText('12 issues ticked')
  await expectGoodPage(page)
  await bar.getByRole('button', { name: 'Put forward' }).click()
  const told = page.getByRole('region', { name: 'What was just done' })
  await expect(told).toContainText('12 issues: put forward.')
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Raised', { exact: true }).locator('visible=true')).toHaveCount(12)

  await page.getByRole('checkbox', { name: /Issue 3$/ }).check()
  await bar.getByRole('button', { name: 'Put forward' }).click()
  await expect(told).toContainText('1 issue: put forward.')
  await page.goto(`/dashboard/workshops/${workshop.slug}/voting/new`)
  await page.getByRole('button', { name: /^(Set up|Create)/ }).click()
  const left = '11 issues on the wall are not on the ballot: 11 that nobody has decided on.'
  await expect(page.getByText(left)).toBeVisible()
  await page.getByRole('button', { name: 'Open voting' }).click()
  await expect(page.getByRole('alertdialog').getByText(left)).toBeVisible()
})
