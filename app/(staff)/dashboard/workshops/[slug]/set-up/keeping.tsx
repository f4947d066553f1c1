import { RESTORE_DAYS } from '#domain/workshops.ts'
import { Card } from '../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import { Tag } from '../../../../../_ui/tag.tsx'
import { ArchiveWorkshop } from './archive-workshop.tsx'
import { DeleteWorkshop } from './delete-workshop.tsx'
import { DuplicateForm } from './duplicate-form.tsx'
import { Publish } from './publish.tsx'
import type { SetUpWorkshop } from './set-up-workshop.ts'

/** What becomes of the workshop as a whole. */
export function Keeping({ workshop }: { workshop: SetUpWorkshop }) {
  const { id, title, publishedAt, archivedAt } = workshop
  return (
    <div className="mt-3 grid gap-4 md:grid-cols-2 md:items-start">
      <Card>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3>Publish</h3>
          {publishedAt ? <Tag tone="holds">Published</Tag> : <Tag>Not published</Tag>}
        </div>
        <p className="mt-1 mb-3">
          {publishedAt
            ? `Everybody can read its issues, results and priorities since ${dayOf(publishedAt)}.`
            : 'Only people with a seat can read it now. Published, everybody can read its issues, results and priorities. Names and addresses are never shown.'}
        </p>
        <Publish id={id} title={title} published={publishedAt !== null} />
      </Card>
      <Card>
        <h3>Duplicate</h3>
        <p className="mt-1">
          Begin another workshop with the same tables, steps and settings, without its people and words.
        </p>
        <Disclosure summary="Duplicate this workshop">
          <DuplicateForm id={id} title={title} startsOn={workshop.startsOn} />
        </Disclosure>
      </Card>
      <Card>
        <h3>Archive</h3>
        <p className="mt-1 mb-3">
          {archivedAt
            ? 'It is out of the way. Bring it back to see it on the dashboard again.'
            : 'Put it out of the way. Nothing is lost, and it can be brought back at any time.'}
        </p>
        <ArchiveWorkshop id={id} title={title} archived={archivedAt !== null} />
      </Card>
      <Card>
        <h3>Delete</h3>
        <p className="mt-1 mb-3">
          It disappears for everybody. For {RESTORE_DAYS} days it can be brought back whole from the
          dashboard.
        </p>
        <DeleteWorkshop id={id} title={title} />
      </Card>
    </div>
  )
}
