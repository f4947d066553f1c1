'use client'

import { Confirm } from '../../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../../use-act-in-dialog.ts'
import { WithdrawAnnotationDocument, WithdrawBaselineDocument } from './measure.generated.ts'

type Props = { kind: 'annotation' | 'baseline'; id: string; words: string }

/** Takes an annotation or a baseline off the chart. */
export function WithdrawNote({ kind, id, words }: Props) {
  const withdrawAnnotation = useActInDialog(WithdrawAnnotationDocument)
  const withdrawBaseline = useActInDialog(WithdrawBaselineDocument)
  const isBaseline = kind === 'baseline'

  function withdraw() {
    const done = () => toast(isBaseline ? 'The baseline is withdrawn.' : 'The note is off the chart.')
    return isBaseline
      ? withdrawBaseline({ baselineId: id }, done)
      : withdrawAnnotation({ annotationId: id }, done)
  }

  return (
    <Confirm
      trigger={
        <>
          Withdraw<span className="sr-only"> “{words}”</span>
        </>
      }
      triggerVariant="quiet"
      title={isBaseline ? 'Withdraw this baseline?' : 'Take this note off the chart?'}
      confirmLabel={isBaseline ? 'Withdraw the baseline' : 'Take the note off'}
      pendingLabel="Withdrawing"
      onConfirm={withdraw}
    >
      <p className="wrap-anywhere">“{words}”</p>
      {isBaseline ? <p className="mt-2">Its points are judged by the lines before it again.</p> : null}
    </Confirm>
  )
}
