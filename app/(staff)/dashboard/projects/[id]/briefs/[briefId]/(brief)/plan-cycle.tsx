'use client'

import { useRouter } from 'next/navigation'
import { ActForm } from '../../act-form.tsx'
import { PlanCycleDocument } from './brief.generated.ts'

type Props = { home: string; teamId: string; previousId?: string }

/** Begins a cycle with the question that it is to answer. */
export function PlanCycle({ home, teamId, previousId }: Props) {
  const router = useRouter()
  return (
    <ActForm
      form={`cycle-${teamId}-${previousId ?? 'first'}`}
      document={PlanCycleDocument}
      saved={{ question: '' }}
      fields={[{ name: 'question', label: 'What is the test to answer?', kind: 'lines' }]}
      variablesOf={({ question }, { id }) => ({
        input: { id, teamId, previousId: previousId ?? null, question: String(question) },
      })}
      button="Plan the cycle"
      pendingLabel="Planning"
      told="The cycle is planned."
      onDone={({ testCycle }) => router.push(`${home}/cycles/${testCycle.id}`)}
    />
  )
}
