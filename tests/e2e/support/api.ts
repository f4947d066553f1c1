import type { APIRequestContext } from '@playwright/test'

/** Asks the endpoint with the cookies of a browser, for what a journey needs to be there and is not about. */
export async function ask<Data>(
  request: APIRequestContext,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const response = await request.post('/api/graphql', { data: { query, variables } })
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  for (const [field, answer] of Object.entries(data as Record<string, { __typename?: string } | null>)) {
    if (answer?.__typename === 'Refusal')
      throw new Error(`${field} was refused: ${JSON.stringify(answer)} for ${JSON.stringify(variables)}`)
  }
  return data
}

export type MadeWorkshop = { id: string; slug: string; areas: { id: string }[] }

/** A project with one empty workshop, made by whoever is signed in. */
export async function makeWorkshop(
  request: APIRequestContext,
  { title, description = '', areas }: { title: string; description?: string; areas: readonly string[] },
): Promise<MadeWorkshop> {
  const { createProject } = await ask<{ createProject: { project: { id: string } } }>(
    request,
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
      __typename ... on ProjectSuccess { project { id } } ... on Refusal { message } } }`,
    { input: { title, challenge: 'What would it take?', areas } },
  )
  const { createWorkshop } = await ask<{ createWorkshop: { workshop: MadeWorkshop } }>(
    request,
    `mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) {
      __typename ... on WorkshopSuccess { workshop { id slug areas { id } } } ... on Refusal { message } } }`,
    {
      input: {
        projectId: createProject.project.id,
        title,
        description,
        startsOn: '2027-03-02',
        endsOn: '2027-03-03',
        template: 'EMPTY',
      },
    },
  )
  // Its days are far ahead: the room is opened for today.
  await ask(request, 'mutation ($id: ID!) { setRoomOpen(id: $id, open: true) { __typename } }', {
    id: createWorkshop.workshop.id,
  })
  return createWorkshop.workshop
}
