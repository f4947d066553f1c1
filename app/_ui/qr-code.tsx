import { encode } from 'uqr'

type Props = { text: string; label: string; className?: string }

/** An address as a QR code: one path, so that it prints sharp at any size. Always black on white, for cameras. */
export function QrCode({ text, label, className }: Props) {
  // Q mends a quarter of the code: a sheet on a table gets a coffee cup on it.
  const { size, data } = encode(text, { ecc: 'Q', border: 4 })
  const squares = data.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : '')))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" />
    </svg>
  )
}
