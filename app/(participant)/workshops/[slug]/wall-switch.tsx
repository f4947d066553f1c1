import type { WallView } from '#domain/critiques.ts'
import { printOperation } from '../../../_apollo/print-operation.ts'
import { SetWallViewDocument } from './wall-switch.generated.ts'
import { WallSwitchLinks } from './wall-switch-links.tsx'

type Props = {
  slug: string
  /** Which of the two this page is. */
  here: WallView
  /** Whether somebody is signed in, whose choice can be remembered. */
  remember: boolean
}

/** Leads from the board to the outline and back: the same ideas in two forms. */
export function WallSwitch(props: Props) {
  return <WallSwitchLinks {...props} operation={printOperation(SetWallViewDocument)} />
}
