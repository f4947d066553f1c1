'use client'

import type { WriteUpAudience } from '#domain/write-ups.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { PublishWriteUpDocument, WithdrawWriteUpDocument } from './write-up-desk.generated.ts'

type Props = {
  workshopId: string
  title: string
  workshopPublished: boolean
  published: boolean
  /** To whom it is published, or was. */
  audience: WriteUpAudience | null
  path: string | null
}

/** Who can read the write-up now, and the acts that change it. Withdrawing asks nothing: the same address can come back. */
export function PublishWriteUp({ workshopId, title, workshopPublished, published, audience, path }: Props) {
  const publishing = useAct(PublishWriteUpDocument)
  const withdrawing = useAct(WithdrawWriteUpDocument)
  const pending = publishing.pending || withdrawing.pending

  async function publish(to: WriteUpAudience, sameAddress = false) {
    if (!(await publishing.act({ input: { workshopId, audience: to, sameAddress } }))) return
    toast(
      to === 'EVERYBODY' ? `The write-up of “${title}” is public.` : 'The write-up has an address to share.',
    )
  }

  async function withdraw() {
    if (!(await withdrawing.act({ workshopId }))) return
    const undo = { label: 'Undo', run: () => void publish(audience ?? 'LINK', true) }
    toast('The write-up is withdrawn. Its address leads nowhere now.', { action: undo })
  }

  return (
    <Card as="section" aria-labelledby="publication" className="space-y-4 self-start">
      <h2 id="publication">Who can read it</h2>
      <RefusedNote refused={publishing.refused ?? withdrawing.refused} form="write-up" />
      {published && path ? (
        <>
          <p>
            {audience === 'EVERYBODY'
              ? 'Everybody, at the workshop’s own address:'
              : 'Whoever has this address, which nobody can guess:'}
          </p>
          <p className="wrap-anywhere">
            <TextLink href={path}>{path}</TextLink>
          </p>
          <div className="flex flex-wrap gap-3">
            {audience === 'LINK' ? <CopyAddress path={path} /> : null}
            <Button variant="secondary" pending={pending} pendingLabel="Withdrawing" onClick={withdraw}>
              Withdraw the write-up
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>Nobody but those who run the workshop.</p>
          <div className="flex flex-wrap gap-3">
            <Button pending={pending} pendingLabel="Publishing" onClick={() => publish('LINK')}>
              Make an address to share
            </Button>
            {workshopPublished ? (
              <Button
                variant="secondary"
                pending={pending}
                pendingLabel="Publishing"
                onClick={() => publish('EVERYBODY')}
              >
                Publish to everybody
              </Button>
            ) : null}
          </div>
          {workshopPublished ? null : (
            <p className="text-ink-soft">
              It can be published to everybody once the workshop itself is, under Set-up.
            </p>
          )}
          {audience === 'LINK' ? (
            <p>
              <Button variant="quiet" pending={pending} onClick={() => publish('LINK', true)}>
                Bring the earlier address back
              </Button>
            </p>
          ) : null}
        </>
      )}
    </Card>
  )
}

function CopyAddress({ path }: { path: string }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.origin).href)
      toast('The address is copied.')
    } catch {
      toast('This browser does not let pages copy. Select the address and copy it yourself.')
    }
  }
  return <Button onClick={copy}>Copy the address</Button>
}
