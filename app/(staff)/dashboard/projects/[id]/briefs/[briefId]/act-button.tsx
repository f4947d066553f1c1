'use client'

import type { OperationVariables } from '@apollo/client'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { ReactNode } from 'react'
import { Button } from '../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { saveFirst } from '../../../../../save-first.ts'
import { useAct } from '../../../../../use-act.ts'

type Props<TData, TVariables> = {
  document: TypedDocumentNode<TData, TVariables>
  variables: TVariables
  told: string
  /** Whether it closes a form of the page, which is saved before. */
  saveFirst?: boolean
  children: ReactNode
}

/** One press, one change. */
export function ActButton<TData, TVariables extends OperationVariables>(props: Props<TData, TVariables>) {
  const { act, pending, refused } = useAct(props.document)
  return (
    <>
      <RefusedNote refused={refused} form="press" />
      <Button
        variant="secondary"
        pending={pending}
        onClick={async () => {
          if (props.saveFirst && !(await saveFirst())) return
          if (await act(props.variables)) toast(props.told)
        }}
      >
        {props.children}
      </Button>
    </>
  )
}
