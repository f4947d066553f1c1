/** The live regions that `announce` speaks through. Once, in the root layout: a region must be there before it speaks. */
export function Announcer() {
  return (
    <div className="sr-only">
      <p id="announcements-a" aria-live="polite" aria-atomic="true" />
      <p id="announcements-b" aria-live="polite" aria-atomic="true" />
    </div>
  )
}
