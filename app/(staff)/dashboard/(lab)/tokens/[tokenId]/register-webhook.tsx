'use client'

import { type FormEvent, useState } from 'react'
import { LONGEST_WEBHOOK_URL, WEBHOOKS_AT_MOST } from '#domain/webhooks.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { ShownOnce } from '../shown-once.tsx'
import { RegisterWebhookDocument } from './webhooks.generated.ts'

type Props = { tokenId: string; full: boolean }

/** Registers an address for a token, and shows the secret that signs what it is sent: also that of the last one. */
export function RegisterWebhook({ tokenId, full }: Props) {
  const form = useKeptForm(`register-webhook-${tokenId}`, { url: '' })
  const { act, pending, refused, errorAt } = useAct(RegisterWebhookDocument)
  const [secret, setSecret] = useState<string | null>(null)

  async function register(event: FormEvent) {
    event.preventDefault()
    const done = await act({ input: { tokenId, url: form.values.url } })
    if (!done) return
    form.clear()
    setSecret(done.secret)
  }

  if (secret) {
    return (
      <div className="mt-6 max-w-prose">
        <ShownOnce
          title="The signing secret"
          secret={secret}
          copyLabel="Copy the secret"
          onDone={() => setSecret(null)}
        >
          Copy it now and give it to them by a safe way: with it they see that messages come from here. It is
          shown this once.
        </ShownOnce>
      </div>
    )
  }
  if (full) {
    return (
      <p className="mt-6 text-ink-soft">
        This token has {WEBHOOKS_AT_MOST} webhooks, which is the most. Remove one to register another.
      </p>
    )
  }
  return (
    <form
      onSubmit={register}
      noValidate
      aria-labelledby="register-webhook"
      className="mt-6 max-w-prose space-y-4"
    >
      <h3 id="register-webhook">Register an address</h3>
      <RefusedNote refused={refused} form="webhook" fields={['url']} />
      <TextField
        id="webhook-url"
        label="Address"
        hint="It begins with https:// and can be reached by everybody."
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_WEBHOOK_URL}
        error={errorAt('url')}
        {...form.field('url')}
      />
      <Button type="submit" variant="secondary" pending={pending} pendingLabel="Registering">
        Register the address
      </Button>
    </form>
  )
}
