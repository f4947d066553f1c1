/** What an answer holds: each of its parts on a line of its own, which wraps where there is little room. */
export function JsonBlock({ value }: { value: object }) {
  const lines = Object.entries(value).map(([name, part]) => `  "${name}": ${JSON.stringify(part)}`)
  return (
    <pre className="rounded-card border border-line bg-surface p-4 text-small whitespace-pre-wrap wrap-anywhere">
      <code>{`{\n${lines.join(',\n')}\n}`}</code>
    </pre>
  )
}
