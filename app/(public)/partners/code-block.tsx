import { classNames } from '../../_ui/class-names.ts'
import { CopyButton } from './copy-button.tsx'

/** Code to copy. Long lines wrap, so that a phone and paper show all of it; what is copied keeps its own lines. */
export function CodeBlock({ code, what, className }: { code: string; what: string; className?: string }) {
  return (
    <div className={classNames('rounded-card border border-line bg-surface', className)}>
      <div className="flex items-center justify-between gap-4 border-b border-line ps-4 pe-2">
        <span className="text-ink-soft">{what}</span>
        <CopyButton text={code} what={what} />
      </div>
      <pre className="p-4 text-small whitespace-pre-wrap wrap-anywhere">
        <code>{code}</code>
      </pre>
    </div>
  )
}
