import type { ReactNode } from 'react'
import { printOperation } from '../../../_apollo/print-operation.ts'
import { SimilarDocument } from './similar.generated.ts'
import { SimilarList } from './similar-list.tsx'

type Props = { id: string; slug: string; label: ReactNode }

/** What says something similar to an issue or an idea, one press away. */
export function Similar(props: Props) {
  return <SimilarList {...props} operation={printOperation(SimilarDocument)} />
}
