'use client'

import type { Digest, WallView } from '#domain/critiques.ts'
import { Card } from '../../_ui/card.tsx'
import { Confirm } from '../../_ui/confirm.tsx'
import { useChange } from '../workshops/[slug]/use-change.ts'
import { AskToBeErasedDocument, ChooseDigestDocument, ChooseWallViewDocument } from './account.generated.ts'
import { ChoiceForm } from './choice-form.tsx'
import { NameForm } from './name-form.tsx'

const DIGESTS = [
  { value: 'OFF', label: 'Never' },
  { value: 'DAILY', label: 'Once a day, when there are answers' },
  { value: 'WEEKLY', label: 'Once a week, when there are answers' },
] as const

const VIEWS = [
  { value: 'BOARD', label: 'As a board, like the wall of the room' },
  { value: 'OUTLINE', label: 'As an outline of headings and lists' },
] as const

type Props = { name: string | null; digest: Digest | null; wallView: WallView | null }

/** What a person can settle for themselves: their name, the mails they get, and how they read ideas. */
export function Settings({ name, digest, wallView }: Props) {
  const change = useChange()
  return (
    <div className="grid max-w-prose gap-6">
      <Card>
        <NameForm name={name ?? ''} />
      </Card>
      {digest ? (
        <Card>
          <ChoiceForm
            name="digest"
            legend="Mails about answers"
            hint="We tell you when somebody answers your comments, or comments on your ideas."
            choices={DIGESTS}
            chosen={digest}
            submitLabel="Save how often"
            onSave={(choice) =>
              change(
                ChooseDigestDocument,
                { digest: choice },
                choice === 'OFF' ? 'You get no mails about answers.' : 'How often you get mails is saved.',
              )
            }
          />
        </Card>
      ) : null}
      <Card>
        <ChoiceForm
          name="view"
          legend="How you read ideas"
          choices={VIEWS}
          chosen={wallView ?? 'OUTLINE'}
          submitLabel="Save how you read"
          onSave={(view) => change(ChooseWallViewDocument, { view }, 'How you read ideas is saved.')}
        />
      </Card>
      <Card>
        <h2>Be erased</h2>
        <p className="mt-1 mb-3">
          The administrators can erase your name, your address and your sessions. What you wrote stays,
          without your name.
        </p>
        <Confirm
          trigger="Ask to be erased"
          title="Ask to be erased?"
          confirmLabel="Ask the administrators"
          pendingLabel="Asking"
          onConfirm={() => change(AskToBeErasedDocument, {}, 'The administrators are asked to erase you.')}
        >
          <p>When they have done so, you cannot come back to your seats. It cannot be undone.</p>
        </Confirm>
      </Card>
    </div>
  )
}
