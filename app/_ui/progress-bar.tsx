type Props = {
  label: string
  done: number
  of: number
  /** How far it is, in words. */
  words: string
}

/** How far long work has come: a bar, and the same in words. */
export function ProgressBar({ label, done, of, words }: Props) {
  const share = of > 0 ? Math.min(1, done / of) : 0
  return (
    <div className="max-w-prose">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-4 overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <div
          className="h-full bg-accent transition-[width] duration-150"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className="tally mt-1">{words}</p>
    </div>
  )
}
