import { Tag } from '../../../../../../_ui/tag.tsx'
import { TextLink } from '../../../../../../_ui/text-link.tsx'
import { firstWords } from '../../../first-words.ts'
import { type ChainLink, KIND_LABELS, nearerLinks, ownChainOf, type Stage } from './chain.ts'

type Props = { stage: Stage; all: readonly ChainLink[] }

/** One stage of the chain: what there is of one kind, each with what it hangs on. */
export function StageItem({ stage: { kind, links }, all }: Props) {
  const [one, many] = KIND_LABELS[kind]
  return (
    <li className="relative border-s-4 border-accent pb-8 ps-6 last:border-transparent last:pb-0">
      <span
        aria-hidden
        className="absolute -start-2.5 top-1.5 size-4 rounded-full border-4 border-accent bg-paper"
      />
      <h2>{links.length === 1 ? one : `${many} (${links.length})`}</h2>
      <ul className="mt-2 space-y-3">
        {links.map((link) => (
          <LinkItem key={link.id} link={link} nearer={nearerLinks(link, all)} />
        ))}
      </ul>
    </li>
  )
}

type LinkProps = { link: ChainLink; nearer: readonly ChainLink[] }

function LinkItem({ link, nearer }: LinkProps) {
  const { title, detail, asked, path } = link
  const own = asked ? null : ownChainOf(link)
  return (
    <li
      aria-current={asked ? 'true' : undefined}
      className={`max-w-prose break-inside-avoid rounded-card border bg-surface p-3 ${asked ? 'border-2 border-accent' : 'border-line'}`}
    >
      {asked ? (
        <p className="mb-1">
          <Tag tone="accent">What you asked about</Tag>
        </p>
      ) : null}
      <p className={asked ? 'font-bold' : undefined}>
        <TextLink href={path}>{title}</TextLink>
      </p>
      {detail ? <p className="text-ink-soft first-letter:uppercase">{detail}</p> : null}
      {nearer.length > 0 ? (
        <p className="text-ink-soft">
          Hangs together with {nearer.map(({ title: other }) => `“${firstWords(other, 60)}”`).join(', ')}
        </p>
      ) : null}
      {own ? (
        <p data-no-print>
          <TextLink href={own} className="inline-flex min-h-11 items-center text-small sm:min-h-6">
            See its own chain<span className="sr-only">: {firstWords(title, 60)}</span>
          </TextLink>
        </p>
      ) : null}
    </li>
  )
}
