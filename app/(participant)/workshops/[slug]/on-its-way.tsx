import { Button } from '../../../_ui/button.tsx'
import { classNames } from '../../../_ui/class-names.ts'
import { PostIt } from '../../../_ui/post-it.tsx'
import type { Outgoing } from './outbox-state.ts'
import { WAITING_WORDS, type Waiting } from './use-outbox.ts'

type Props<About> = {
  items: readonly Outgoing<About>[]
  waiting: Waiting
  /** The colour and the code of the table that wrote them; neither for what hangs on no post-it. */
  hue?: number | null
  code?: string | null
  className?: string
  onTakeBack: (item: Outgoing<About>) => void
}

/** Words on their way to the server, and those that were refused, with the reason. */
export function OnItsWay<About>({ items, waiting, hue = null, code, className, onTakeBack }: Props<About>) {
  if (items.length === 0) return null
  return (
    <ul className={classNames('mt-4 grid gap-4', className)} aria-label="On their way to the wall">
      {items.map((item) => (
        <PostIt as="li" key={item.id} hue={hue} codes={code ? [code] : []}>
          <p className="font-bold whitespace-pre-line">{item.text}</p>
          {item.refused === undefined ? (
            <p className="mt-2">{waiting ? WAITING_WORDS[waiting] : 'On its way to the wall…'}</p>
          ) : (
            <>
              <p className="mt-2 border-s-4 border-red ps-3 font-bold text-red">{item.refused}</p>
              <Button variant="secondary" className="mt-3" onClick={() => onTakeBack(item)}>
                Change it and try again
              </Button>
            </>
          )}
        </PostIt>
      ))}
    </ul>
  )
}
