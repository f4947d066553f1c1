import { type ReactNode, type SyntheticEvent, useRef } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { classNames } from '../../../../_ui/class-names.ts'
import { isDoublePress } from '../../../../_ui/double-press.ts'
import { PostIt } from '../../../../_ui/post-it.tsx'

export type VotableOption = {
  id: string
  title: string
  /** The area's mark, drawn on the server: its glyphs stay out of the browser's scripts. */
  area: ReactNode
  tableCodes: readonly string[]
  hue: number | null
  votable: boolean
}

type Props = {
  option: VotableOption
  hasDot: boolean
  /** Whether the server has not answered the last tap yet. */
  onItsWay: boolean
  noneLeft: boolean
  refused: string | null
  onToggle: () => void
}

/** One issue on the ballot, with its dot and its button. */
export function VoteOption({ option, hasDot, onItsWay, noneLeft, refused, onToggle }: Props) {
  const { title, area } = option
  return (
    <PostIt
      as="li"
      className="min-h-36"
      hue={option.hue}
      codes={option.tableCodes}
      corner={<VoteButton {...{ option, hasDot, noneLeft, onToggle }} />}
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p>{area}</p>
          <h2 className="mt-1 text-postit">{title}</h2>
        </div>
        {hasDot ? (
          <span
            className={classNames(
              'lands mt-1 size-8 forced-color-adjust-none shrink-0 rounded-full border-4 border-dot',
              onItsWay ? 'bg-transparent' : 'bg-dot',
            )}
          >
            <span className="sr-only">{onItsWay ? 'Your dot is on its way' : 'Your dot is here'}</span>
          </span>
        ) : null}
      </div>
      {refused ? <p className="mt-2 border-s-4 border-red ps-3 font-bold text-red">{refused}</p> : null}
    </PostIt>
  )
}

function VoteButton({ option, hasDot, noneLeft, onToggle }: Omit<Props, 'refused' | 'onItsWay'>) {
  const pressed = useRef<SyntheticEvent | null>(null)

  // The dot's way back stands where the dot was put: the second tap of a double one would take it.
  function press(event: SyntheticEvent) {
    if (isDoublePress(pressed.current, event)) return
    pressed.current = event
    onToggle()
  }

  if (!option.votable && !hasDot) return <p>Taken off the ballot</p>
  return (
    <Button
      variant={hasDot ? 'secondary' : 'primary'}
      // It still answers when it is pressed: with the sentence that says what to do.
      aria-disabled={(!hasDot && noneLeft) || undefined}
      onClick={press}
    >
      {hasDot ? 'Take the dot back' : 'Put a dot here'}
      <span className="sr-only">: {option.title}</span>
    </Button>
  )
}
