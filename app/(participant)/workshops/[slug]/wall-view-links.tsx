import type { WallView } from '#domain/critiques.ts'
import { printOperation } from '../../../_apollo/print-operation.ts'
import { SetWallViewDocument } from './wall-view.generated.ts'
import { WallViewSwitch } from './wall-view-switch.tsx'

type Props = {
  slug: string
  view: WallView
  /** Whether somebody is signed in, whose choice can be remembered. */
  remembers: boolean
}

/** The two ways to read the wall, and which of them this is. */
export function WallViewLinks({ slug, view, remembers }: Props) {
  return (
    <WallViewSwitch
      slug={slug}
      view={view}
      operation={remembers ? printOperation(SetWallViewDocument) : null}
    />
  )
}
