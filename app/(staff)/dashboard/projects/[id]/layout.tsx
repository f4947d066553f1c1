import type { ReactNode } from 'react'
import { loadProject } from './load-project.ts'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

/** Asks for the project before anything is sent, so that one that is not there answers 404. */
export default async function ProjectLayout({ children, params }: Props) {
  await loadProject((await params).id)
  return children
}
