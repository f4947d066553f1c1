import { DeskLoading } from '../desk/desk-loading.tsx'

/** The issues, before they come. */
export default function CurateLoading() {
  return <DeskLoading label="Loading the issues" />
}
