'use client'

import { type FormEvent, useState } from 'react'
import { LIMITS } from '#domain/text.ts'
import {
  LONGEST_TOKEN_DAYS,
  PARTNER_SCOPES,
  type PartnerScope,
  SCOPE_NAMES,
  USUAL_BUDGET,
} from '#domain/tokens.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { ShownToken } from '../shown-token.tsx'
import { SCOPE_HINTS } from '../token-words.ts'
import { CreateTokenDocument } from './tokens.generated.ts'

type Choice = { id: string; title: string }
type Props = { projects: readonly Choice[]; workshops: readonly Choice[] }

const BEGIN = {
  organisation: '',
  scope: 'RESULTS',
  grant: 'ALL',
  days: String(LONGEST_TOKEN_DAYS),
  requests: String(USUAL_BUDGET.requestsPerMinute),
  cost: String(USUAL_BUDGET.costPerMinute),
  origins: '',
}
const FIELDS = ['organisation', 'expiresInDays', 'requestsPerMinute', 'costPerMinute', 'origins']

/** Makes a token and shows it, once. */
export function CreateToken({ projects, workshops }: Props) {
  const form = useKeptForm('create-token', BEGIN)
  const { act, pending, refused, errorAt } = useAct(CreateTokenDocument)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [made, setMade] = useState<{ organisation: string; token: string } | null>(null)
  const { organisation, scope, grant, days, requests, cost, origins } = form.values
  const some = grant === 'SOME'
  const among = (choices: readonly Choice[]) =>
    some ? choices.map(({ id }) => id).filter((id) => chosen.includes(id)) : []

  async function create(event: FormEvent) {
    event.preventDefault()
    const done = await act({
      input: {
        organisation,
        scopes: [scope as PartnerScope],
        allPublished: !some,
        projectIds: among(projects),
        workshopIds: among(workshops),
        expiresInDays: Number(days) || 0,
        requestsPerMinute: Number(requests) || 0,
        costPerMinute: Number(cost) || 0,
        origins: origins.split(/\s+/).filter(Boolean),
      },
    })
    if (!done) return
    form.clear()
    setChosen([])
    setMade({ organisation: done.partnerToken.organisation, token: done.token })
  }

  if (made) {
    return (
      <div className="mt-3 max-w-prose">
        <ShownToken {...made} onDone={() => setMade(null)} />
      </div>
    )
  }
  return (
    <form onSubmit={create} noValidate className="mt-3 max-w-prose space-y-6">
      <RefusedNote refused={refused} form="token" fields={FIELDS} />
      <TextField
        id="token-organisation"
        label="Organisation"
        autoComplete="off"
        maxLength={LIMITS.organisation * 2}
        error={errorAt('organisation')}
        {...form.field('organisation')}
      />
      <FieldGroup legend="What they may read" error={errorAt('scopes')}>
        {PARTNER_SCOPES.map((value) => (
          <CheckField
            key={value}
            id={`token-scope-${value}`}
            type="radio"
            name="scope"
            value={value}
            label={SCOPE_NAMES[value]}
            hint={SCOPE_HINTS[value]}
            checked={scope === value}
            onChange={() => form.set('scope', value)}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend="Of which workshops" error={errorAt('allPublished') ?? errorAt('workshopIds')}>
        <CheckField
          id="token-grant-all"
          type="radio"
          name="grant"
          label="All that are published, now and later"
          checked={!some}
          onChange={() => form.set('grant', 'ALL')}
        />
        <CheckField
          id="token-grant-some"
          type="radio"
          name="grant"
          label="Those that I choose"
          hint="Of a project, its published workshops."
          checked={some}
          onChange={() => form.set('grant', 'SOME')}
        />
      </FieldGroup>
      {some ? (
        <>
          <Choices legend="Projects" choices={projects} chosen={chosen} onChange={setChosen} />
          <Choices legend="Published workshops" choices={workshops} chosen={chosen} onChange={setChosen} />
        </>
      ) : null}
      <TextField
        id="token-expiresInDays"
        label="Days until it ends"
        hint={`1 to ${LONGEST_TOKEN_DAYS}.`}
        inputMode="numeric"
        error={errorAt('expiresInDays')}
        {...form.field('days')}
      />
      <TextField
        id="token-requestsPerMinute"
        label="Requests a minute"
        inputMode="numeric"
        error={errorAt('requestsPerMinute')}
        {...form.field('requests')}
      />
      <TextField
        id="token-costPerMinute"
        label="Cost a minute"
        hint="A field costs one point, a list its size times what is in it."
        inputMode="numeric"
        error={errorAt('costPerMinute')}
        {...form.field('cost')}
      />
      <TextAreaField
        id="token-origins"
        label="Web pages that may read answers (optional)"
        hint="Their origins, one on a line, such as https://data.example.org. Programs need none."
        rows={2}
        error={errorAt('origins')}
        {...form.field('origins')}
      />
      <Button type="submit" pending={pending} pendingLabel="Making">
        Make the token
      </Button>
    </form>
  )
}

type ChoicesProps = {
  legend: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function Choices({ legend, choices, chosen, onChange }: ChoicesProps) {
  if (choices.length === 0) return null
  return (
    <FieldGroup legend={legend}>
      {choices.map(({ id, title }) => (
        <CheckField
          key={id}
          id={`token-grant-${id}`}
          label={title}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
    </FieldGroup>
  )
}
