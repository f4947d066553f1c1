'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { refuseDotsPerVoter, refusePrioritiesToSelect } from '#domain/votes.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useSavedFirst } from '../../../../save-first.ts'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { CreateRoundDocument, UpdateRoundDocument } from './voting-changes.generated.ts'

type Props = {
  workshopId: string
  /** The address of the voting pages. */
  path: string
  /** The rules as they are; without an id they become a new round. */
  round: {
    id: string | null
    title: string
    dotsPerVoter: number
    prioritiesToSelect: number
    hideUntilClose: boolean
    shuffleOptions: boolean
  }
  replacesRoundId?: string | null
}

const ROUND_LABELS = {
  title: 'Title',
  dotsPerVoter: 'Dots for each voter',
  prioritiesToSelect: 'Priorities to select',
  hideUntilClose: 'Hide the tallies until voting closes',
  shuffleOptions: 'Show the issues to each person in an order of their own',
}

/** The rules of a round, set up anew or changed before the first dot. */
export function RoundForm({ workshopId, path, round, replacesRoundId = null }: Props) {
  const router = useRouter()
  const [freshId] = useState(() => newId())
  const form = useKeptForm(`round-${round.id ?? workshopId}`, {
    title: round.title,
    dotsPerVoter: String(round.dotsPerVoter),
    prioritiesToSelect: String(round.prioritiesToSelect),
    hideUntilClose: round.hideUntilClose,
    shuffleOptions: round.shuffleOptions,
    reason: '',
  })
  const creating = useAct(CreateRoundDocument)
  const updating = useAct(UpdateRoundDocument)
  const { pending, refused, errorAt } = round.id ? updating : creating

  async function save() {
    const { title, hideUntilClose, shuffleOptions, reason } = form.values
    const dotsPerVoter = Number(form.values.dotsPerVoter)
    const prioritiesToSelect = Number(form.values.prioritiesToSelect)
    const rules = { title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions }
    const check = refuseDotsPerVoter(dotsPerVoter) ?? refusePrioritiesToSelect(prioritiesToSelect)
    if (round.id) {
      const input = { id: round.id, ...form.onlyChanged(rules), basedOn: form.basedOn }
      if (!(await updating.act({ input }, { check }))) return false
      form.clear()
      toast('The rules are saved.')
      return true
    }
    const input = { id: freshId, workshopId, ...rules, replacesRoundId, reason: reason || null }
    const done = await creating.act({ input }, { check, refresh: false })
    if (!done) return false
    form.clear()
    router.push(`${path}/${done.round.id}`)
    return true
  }
  useSavedFirst('round', round.id !== null && form.dirty, save)

  function send(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  return (
    <form onSubmit={send} noValidate className="max-w-prose space-y-6">
      <RefusedNote
        refused={refused}
        form="round"
        fields={['title', 'dotsPerVoter', 'prioritiesToSelect', 'reason']}
      />
      <OvertakenNote form={form} labels={ROUND_LABELS} />
      {replacesRoundId ? (
        <TextAreaField
          id="round-reason"
          label="Why is the round replaced?"
          hint="Everybody in the workshop can read it beside the results."
          error={errorAt('reason')}
          {...form.field('reason')}
        />
      ) : null}
      <TextField
        id="round-title"
        label="Title"
        autoComplete="off"
        error={errorAt('title')}
        {...form.field('title')}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          id="round-dotsPerVoter"
          type="number"
          inputMode="numeric"
          min={1}
          max={20}
          label="Dots for each voter"
          error={errorAt('dotsPerVoter')}
          {...form.field('dotsPerVoter')}
        />
        <TextField
          id="round-prioritiesToSelect"
          type="number"
          inputMode="numeric"
          min={1}
          max={20}
          label="Priorities to select"
          error={errorAt('prioritiesToSelect')}
          {...form.field('prioritiesToSelect')}
        />
      </div>
      <FieldGroup legend="While voting is open">
        <CheckField
          id="round-hideUntilClose"
          label="Hide the tallies until voting closes"
          hint="Nobody follows the crowd. How many have voted is shown all the same. Tallies that are shown move five ballots at a time."
          {...form.box('hideUntilClose')}
        />
        <CheckField
          id="round-shuffleOptions"
          label="Show the issues to each person in an order of their own"
          hint="The top of the list favours nobody."
          {...form.box('shuffleOptions')}
        />
      </FieldGroup>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant={round.id ? 'secondary' : 'primary'}
          pending={pending}
          pendingLabel={round.id ? 'Saving' : 'Setting up'}
        >
          {round.id ? 'Save the rules' : 'Set up the round'}
        </Button>
        {round.id && form.dirty ? <p role="status">Not saved yet.</p> : null}
      </div>
    </form>
  )
}
