'use client'

import { useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { ShownOnce } from '../shown-once.tsx'
import {
  PauseWebhookDocument,
  RemoveWebhookDocument,
  RenewWebhookSecretDocument,
  ResumeWebhookDocument,
  TestWebhookDocument,
} from './webhooks.generated.ts'

type Props = { id: string; url: string; paused: boolean; tokenWorks: boolean }

/** Tries a webhook, pauses it, gives it another secret or removes it. */
export function WebhookActs({ id, url, paused, tokenWorks }: Props) {
  const test = useAct(TestWebhookDocument)
  const pause = useAct(PauseWebhookDocument)
  const resume = useAct(ResumeWebhookDocument)
  const renew = useActInDialog(RenewWebhookSecretDocument)
  const remove = useActInDialog(RemoveWebhookDocument)
  const [secret, setSecret] = useState<string | null>(null)

  async function send() {
    if (await test.act({ id })) toast('A test is on its way. What comes of it stands in the log.')
  }

  return (
    <div className="mt-4 space-y-4">
      {secret ? (
        <ShownOnce
          title="The new signing secret"
          secret={secret}
          copyLabel="Copy the secret"
          onDone={() => setSecret(null)}
        >
          Give it to them by a safe way now. Messages are signed with it from now on, and with the old one no
          more.
        </ShownOnce>
      ) : null}
      <RefusedNote refused={test.refused ?? pause.refused ?? resume.refused} form="webhook" />
      <div className="flex flex-wrap gap-3">
        {tokenWorks ? (
          <>
            <Button variant="secondary" pending={test.pending} pendingLabel="Sending" onClick={send}>
              Send a test
            </Button>
            {paused ? (
              <Button
                variant="secondary"
                pending={resume.pending}
                pendingLabel="Resuming"
                onClick={() => resume.act({ id })}
              >
                Resume
              </Button>
            ) : (
              <Button
                variant="quiet"
                pending={pause.pending}
                pendingLabel="Pausing"
                onClick={() => pause.act({ id })}
              >
                Pause
              </Button>
            )}
            <Confirm
              trigger="Make a new secret"
              triggerVariant="quiet"
              variant="primary"
              title="Make a new signing secret?"
              confirmLabel="Make a new secret"
              pendingLabel="Making"
              onConfirm={() => renew({ id }, (done) => setSecret(done.secret))}
            >
              <p className="wrap-anywhere">
                Messages to {url} are signed with the new secret at once. They are not accepted there until it
                is known there.
              </p>
            </Confirm>
          </>
        ) : null}
        <Confirm
          trigger="Remove"
          triggerVariant="quiet"
          title="Remove this webhook?"
          confirmLabel="Remove the webhook"
          pendingLabel="Removing"
          onConfirm={() => remove({ id }, () => toast('The webhook is removed.'))}
        >
          <p className="wrap-anywhere">
            {url} is told nothing any more, and its log is gone. This cannot be undone; you can register the
            address again.
          </p>
        </Confirm>
      </div>
    </div>
  )
}
