import { Notice } from '../../../_ui/notice.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'

/** For guests: a seat lives in one browser until an address stands behind it. */
export function KeepSeat({ path }: { path: string }) {
  return (
    <Notice className="max-w-prose" title="Keep your seat">
      <p>
        You joined without an account, so your seat is in this browser only.{' '}
        <TextLink href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>Add an e-mail address</TextLink>{' '}
        to come back to it on another device.
      </p>
    </Notice>
  )
}
