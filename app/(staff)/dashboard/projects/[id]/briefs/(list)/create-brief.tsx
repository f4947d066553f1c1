'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CheckField } from '../../../../../../_ui/check-field.tsx'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import { ActForm } from '../act-form.tsx'
import { CreateBriefDocument } from './briefs.generated.ts'

type Source = {
  id: string
  title: string
  statements: readonly { id: string; title: string }[]
  ideas: readonly { id: string; text: string }[]
}
type Props = { projectId: string; workshops: readonly Source[] }

/** A title, and the statements and ideas that the brief begins with. */
export function CreateBrief({ projectId, workshops }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const among = (rows: (workshop: Source) => readonly { id: string }[]) =>
    workshops.flatMap((workshop) => rows(workshop).map(({ id }) => id)).filter((id) => chosen.includes(id))
  const box = (id: string, label: string) => (
    <CheckField
      key={id}
      id={`source-${id}`}
      label={label}
      className="wrap-anywhere"
      checked={chosen.includes(id)}
      onChange={({ target }) =>
        setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
      }
    />
  )
  return (
    <div className="mt-3">
      <ActForm
        form="new-brief"
        document={CreateBriefDocument}
        saved={{ title: '' }}
        fields={[{ name: 'title', label: 'Title', hint: 'What is done, in a few words.' }]}
        variablesOf={({ title }, { id }) => ({
          input: {
            id,
            projectId,
            title: String(title),
            statementIds: among(({ statements }) => statements),
            ideaIds: among(({ ideas }) => ideas),
          },
        })}
        button="Propose the brief"
        pendingLabel="Proposing"
        told="The brief is proposed."
        onDone={({ brief }) => router.push(`/dashboard/projects/${projectId}/briefs/${brief.id}`)}
      >
        {workshops.map((workshop) =>
          workshop.statements.length + workshop.ideas.length === 0 ? null : (
            <Disclosure key={workshop.id} summary={`Choose from ${workshop.title}`}>
              <fieldset>
                <legend className="font-bold">Statements</legend>
                {workshop.statements.map(({ id, title }) => box(id, title))}
              </fieldset>
              <fieldset className="mt-4">
                <legend className="font-bold">Ideas</legend>
                {workshop.ideas.map(({ id, text }) => box(id, text))}
              </fieldset>
            </Disclosure>
          ),
        )}
      </ActForm>
    </div>
  )
}
