import { DownloadButton } from './download-button.tsx'

const FILES = [
  { file: 'write-up.pdf', label: 'Report (PDF)' },
  { file: 'issues.csv', label: 'Issues with votes (CSV)' },
  { file: 'ideas.csv', label: 'Ideas (CSV)' },
  { file: 'comments.csv', label: 'Comments (CSV)' },
  { file: 'archive.json', label: 'Everything, to import again (JSON)' },
] as const

/** The document as files. */
export function Downloads({ filesPath }: { filesPath: string }) {
  return (
    <section aria-label="Take it with you">
      <p className="font-bold">Take it with you</p>
      <ul>
        {FILES.map(({ file, label }) => (
          <li key={file}>
            <DownloadButton href={`${filesPath}/${file}`} file={file} label={label} />
          </li>
        ))}
      </ul>
    </section>
  )
}
