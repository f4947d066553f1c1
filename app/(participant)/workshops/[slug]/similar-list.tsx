'use client'

import { type ReactNode, useState } from 'react'
import type { Operation } from '../../../_apollo/operation.ts'
import { send } from '../../../_apollo/transport.ts'
import { announce } from '../../../_ui/announce.ts'
import { Disclosure } from '../../../_ui/disclosure.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import type { SimilarQuery, SimilarQueryVariables } from './similar.generated.ts'
import { sentenceOf } from './use-send.ts'

type Hit = SimilarQuery['similarTo'][number]
type Props = {
  /** Of the issue or the idea. */
  id: string
  slug: string
  label: ReactNode
  operation: Operation<SimilarQuery, SimilarQueryVariables>
}

const NOUNS = { ISSUE: 'Issue', STATEMENT: 'Problem statement', IDEA: 'Idea', CRITIQUE: 'Comment' } as const

/** Asks for what is similar when it is opened, and again when the last answer was lost. */
export function SimilarList({ id, slug, label, operation }: Props) {
  const [found, setFound] = useState<readonly Hit[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function look() {
    try {
      const { similarTo } = await send(operation, { id }, { retries: 1 })
      setTrouble(null)
      setFound(similarTo)
      announce(similarTo.length === 0 ? NOTHING : `${similarTo.length} found.`)
    } catch (cause) {
      setTrouble(sentenceOf(cause))
      announce(sentenceOf(cause))
    }
  }

  return (
    <Disclosure summary={label} onOpen={() => found === null && void look()}>
      <Found found={found} trouble={trouble} slug={slug} />
    </Disclosure>
  )
}

const NOTHING = 'Nothing that you can read here says the same.'

function Found({
  found,
  trouble,
  slug,
}: {
  found: readonly Hit[] | null
  trouble: string | null
  slug: string
}) {
  if (found === null) return <p>{trouble ?? 'Looking…'}</p>
  if (found.length === 0) return <p>{NOTHING}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {found.map((hit) => (
        <li key={hit.id} className="py-2">
          <TextLink href={hit.path} className="block py-2 wrap-anywhere">
            <span className="line-clamp-3">{hit.text}</span>
          </TextLink>
          <p className="text-ink-soft">
            {NOUNS[hit.kind]}
            {hit.tableCodes.length > 0 ? `, ${hit.tableCodes.join(', ')}` : ''}
            {hit.workshopSlug === slug ? '' : `, in ${hit.workshopTitle}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
