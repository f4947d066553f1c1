import { printOperation } from '../../../_apollo/print-operation.ts'
import { WorkshopPulseDocument } from './frame.generated.ts'
import { Live } from './live.tsx'

/** Puts the live island on a page. */
export function LivePage(props: { slug: string; pulse: string; news: string }) {
  return <Live {...props} operation={printOperation(WorkshopPulseDocument)} />
}
