'use client'

import type { Encoding } from '#domain/encodings.ts'
import { inFigures, plural } from '#domain/numbers.ts'
import { Button } from '../../../../../../../_ui/button.tsx'
import { ButtonLink } from '../../../../../../../_ui/button-link.tsx'
import { Notice } from '../../../../../../../_ui/notice.tsx'
import { ProgressBar } from '../../../../../../../_ui/progress-bar.tsx'
import type { Refused } from '../../../../../../use-act.ts'
import { RefusedLines } from '../../../../../refused-lines.tsx'
import type { ReadSheetFragment } from '../../../../../sheet-reading.generated.ts'
import { SheetReading } from '../../../../../sheet-reading.tsx'
import type { ImportPartsFragment } from './import.generated.ts'
import type { ImportKind, ImportState } from './use-ballot-import.ts'

const KIND = { added: 'success', ready: 'success', refused: 'warning', nothing: 'info' } as const

type Props = {
  report: ImportPartsFragment
  encoding: Encoding | null
  /** How many ballots have been added so far. */
  done: number
  text: string
  kind: ImportKind
  stage: ImportState['stage']
  trouble: Refused | null
  add: () => void
  startOver: () => void
  roundHref: string
}

/** What a file would add, or has added, and every line that stands in the way. */
export function ImportReport(props: Props) {
  const { report, text, kind, stage, trouble, add, startOver, roundHref } = props
  const { fileName } = report
  if (!report.report) return null
  const { reading, refusedCount, refused, ballots } = report.report
  const fresh = freshIn(kind, report.report)
  const title = {
    added: `${fresh.isAre} ${kind === 'TALLY' ? 'taken over' : 'added'} from ${fileName}`,
    refused: `${plural(refusedCount, 'line')} of ${fileName} cannot be read, so nothing is added`,
    ready: `${fileName} can be added`,
    nothing: `${fileName} holds nothing new`,
  }
  const stands = stage === 'ADDED' ? 'added' : standsAt(refusedCount, fresh.count)
  return (
    <div className="space-y-6">
      <Notice kind={KIND[stands]} role="status" className="max-w-prose" title={title[stands]}>
        {stands === 'refused' ? <p>Correct these lines in the file, save it and choose it again.</p> : null}
        {stands === 'ready' ? <p>Every line reads. Nothing has been added yet.</p> : null}
      </Notice>
      {stage === 'ADDED' ? null : <Reading kind={kind} reading={reading ?? null} encoding={props.encoding} />}
      <Figures stage={stage} figures={factsOf(kind, report.report)} />
      {refused.length > 0 ? <RefusedLines refused={refused} text={text} total={refusedCount} /> : null}
      {trouble ? (
        <Notice kind="error" role="alert" className="max-w-prose">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      {stage === 'ADDING' && kind === 'BALLOTS' ? <Adding done={props.done} of={ballots} /> : null}
      <div className="flex flex-wrap gap-3">
        {stands === 'ready' ? (
          <Button pending={stage === 'ADDING'} pendingLabel="Adding" onClick={add}>
            {kind === 'TALLY' ? 'Take over' : 'Add'} {fresh.words}
          </Button>
        ) : null}
        {stands === 'added' ? <ButtonLink href={roundHref}>Go to the round</ButtonLink> : null}
        <Button variant="secondary" onClick={startOver}>
          Choose another file
        </Button>
      </div>
    </div>
  )
}

type FiguresProps = { stage: Props['stage']; figures: ReturnType<typeof factsOf> }

function Figures({ stage, figures }: FiguresProps) {
  return (
    <div className="max-w-prose space-y-4">
      <p className="font-bold">{stage === 'ADDED' ? 'What was added' : 'What it would add'}</p>
      <dl className="divide-y divide-line border-y border-line">
        {figures.map(({ label, figure }) => (
          <div key={label} className="flex justify-between gap-6 py-1.5">
            <dt>{label}</dt>
            <dd className="tally font-bold">{inFigures(figure)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

type ReadingProps = { kind: ImportKind; reading: ReadSheetFragment | null; encoding: Encoding | null }

function Reading({ kind, reading, encoding }: ReadingProps) {
  if (reading === null) return null
  const factsTitle = kind === 'TALLY' ? 'Votes by issue' : 'Dots by issue'
  return (
    <div className="max-w-prose">
      <SheetReading id="import-reading" reading={reading} encoding={encoding} factsTitle={factsTitle} />
    </div>
  )
}

function Adding({ done, of }: { done: number; of: number }) {
  return (
    <>
      <ProgressBar
        label="Adding the ballots"
        done={done}
        of={of}
        words={`${inFigures(done)} of ${plural(of, 'ballot')} added`}
      />
      <p className="max-w-prose">You can leave this page. All ballots are added, or none.</p>
    </>
  )
}

function standsAt(refused: number, fresh: number): 'refused' | 'ready' | 'nothing' {
  if (refused > 0) return 'refused'
  return fresh > 0 ? 'ready' : 'nothing'
}

type Report = NonNullable<ImportPartsFragment['report']>

/** What a file brings: dots on ballots, or figures of issues. */
function freshIn(kind: ImportKind, { added, newFigures, replacedFigures }: Report) {
  const count = kind === 'TALLY' ? (newFigures ?? 0) + (replacedFigures ?? 0) : added
  const [one, many] = kind === 'TALLY' ? ['figure', 'figures'] : ['dot', 'dots']
  return { count, words: plural(count, one), isAre: plural(count, `${one} is`, `${many} are`) }
}

function factsOf(kind: ImportKind, report: Report) {
  const { lines, ballots, added, alreadyPresent, replacedFigures, refusedCount } = report
  return [
    { label: 'Lines read', figure: lines },
    ...(kind === 'BALLOTS' ? [{ label: 'Ballots', figure: ballots }] : []),
    { label: 'New dots', figure: added },
    ...(kind === 'TALLY' ? [{ label: 'Figures that replace others', figure: replacedFigures ?? 0 }] : []),
    { label: 'Dots that the round already holds', figure: alreadyPresent },
    { label: 'Lines refused', figure: refusedCount },
  ]
}
