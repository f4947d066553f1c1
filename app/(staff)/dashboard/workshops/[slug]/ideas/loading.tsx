import { DeskLoading } from '../desk/desk-loading.tsx'

/** The ideas, before they come. */
export default function IdeasDeskLoading() {
  return <DeskLoading label="Loading the ideas" />
}
