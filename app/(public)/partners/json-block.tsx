/** What an answer holds, with every line in sight. */
export function JsonBlock({ value }: { value: unknown }) {
  return (
    <pre className="rounded-card border border-line bg-surface p-4 text-small whitespace-pre-wrap wrap-anywhere">
      <code>{JSON.stringify(value, null, 2)}</code>
    </pre>
  )
}
