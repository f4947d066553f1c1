/** The board with no card open. */
export default function BoardPage() {
  return null
}
