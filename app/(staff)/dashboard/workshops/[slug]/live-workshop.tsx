import { printOperation } from '../../../../_apollo/print-operation.ts'
import { StaffPulseDocument } from './frame.generated.ts'
import { LiveRefresh } from './live-refresh.tsx'

/** Keeps a staff page as it is on the server. */
export function LiveWorkshop(props: { slug: string; pulse: string }) {
  return <LiveRefresh {...props} operation={printOperation(StaffPulseDocument)} />
}
