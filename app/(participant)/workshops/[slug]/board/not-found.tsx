/** A card that has left the board since it was linked to. */
export default function CardNotFound() {
  return (
    <>
      <h2 className="mb-1 text-lead">This card is not on the board any more</h2>
      <p>It may have been taken back, hidden or merged into another since.</p>
    </>
  )
}
