'use client'

import type { WriteUpAudience } from '#domain/write-ups.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { saveFirst } from '../../../../save-first.ts'
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
export function PublishWriteUp(props: Props) {
  const { workshopId, title, audience } = props
  const publishing = useAct(PublishWriteUpDocument)
  const withdrawing = useAct(WithdrawWriteUpDocument)
  const pending = publishing.pending || withdrawing.pending

  async function publish(to: WriteUpAudience, sameAddress = false) {
    if (!(await saveFirst())) return
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
      {props.published && props.path ? (
        <Published {...props} path={props.path} pending={pending} onWithdraw={withdraw} />
      ) : (
        <NotPublished {...props} pending={pending} onPublish={publish} />
      )}
    </Card>
  )
}

type PublishedProps = Props & { path: string; pending: boolean; onWithdraw: () => void }

function Published({ audience, workshopPublished, path, pending, onWithdraw }: PublishedProps) {
  const everybody = audience === 'EVERYBODY'
  return (
    <>
      <p>
        {everybody
          ? 'Everybody, at the workshop’s own address:'
          : 'Whoever has this address, which nobody can guess:'}
      </p>
      <p className="wrap-anywhere">
        <TextLink href={path}>{path}</TextLink>
      </p>
      {everybody && !workshopPublished ? (
        <p>The workshop itself is not published any more, so only its own people can read it there.</p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {everybody ? null : <CopyAddress path={path} />}
        <Button variant="secondary" pending={pending} pendingLabel="Withdrawing" onClick={onWithdraw}>
          Withdraw the write-up
        </Button>
      </div>
    </>
  )
}

type NotPublishedProps = Props & {
  pending: boolean
  onPublish: (to: WriteUpAudience, sameAddress?: boolean) => void
}

function NotPublished({ audience, workshopPublished, pending, onPublish }: NotPublishedProps) {
  return (
    <>
      <p>Nobody but those who run the workshop.</p>
      <div className="flex flex-wrap gap-3">
        <Button pending={pending} pendingLabel="Publishing" onClick={() => onPublish('LINK')}>
          Make an address to share
        </Button>
        {workshopPublished ? (
          <Button
            variant="secondary"
            pending={pending}
            pendingLabel="Publishing"
            onClick={() => onPublish('EVERYBODY')}
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
          <Button variant="quiet" pending={pending} onClick={() => onPublish('LINK', true)}>
            Bring the earlier address back
          </Button>
        </p>
      ) : null}
    </>
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
