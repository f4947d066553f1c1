'use client'

import { type ReactNode, useState } from 'react'
import {
  Dialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
  Button as TriggerButton,
} from 'react-aria-components'
import { Button } from './button.tsx'
import { type ButtonVariant, buttonStyle } from './button-style.ts'
import { useHydrated } from './use-hydrated.ts'

type Props = {
  /** What the button on the page says: "Close voting". */
  trigger: ReactNode
  triggerVariant?: ButtonVariant
  /** The question, naming the thing: "Close voting in Peer support?". */
  title: string
  /** What will happen, and that it cannot be undone. */
  children: ReactNode
  /** The act again, never "OK": "Close voting". */
  confirmLabel: string
  pendingLabel?: string
  cancelLabel?: string
  variant?: 'primary' | 'danger'
  /** Answers the sentence of a refusal, which is shown in the dialog; null when it is done. */
  onConfirm: () => Promise<string | null>
}

/** For what cannot be undone: a dialog that names the thing. Where there is an undo, do not ask. */
export function Confirm(props: Props) {
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const hydrated = useHydrated()

  async function confirm(close: () => void) {
    setPending(true)
    try {
      const answer = await props.onConfirm()
      setRefused(answer)
      if (answer === null) close()
    } catch {
      setRefused('The server did not answer. Check the connection and try again.')
    } finally {
      setPending(false)
    }
  }

  return (
    <DialogTrigger onOpenChange={() => setRefused(null)}>
      <TriggerButton
        isDisabled={!hydrated}
        data-early={!hydrated || undefined}
        className={buttonStyle(props.triggerVariant ?? 'secondary')}
      >
        {props.trigger}
      </TriggerButton>
      <ModalOverlay
        isDismissable={!pending}
        className="fixed inset-0 z-50 flex items-end justify-center bg-veil p-4 sm:items-center"
      >
        <Modal className="max-h-full w-full max-w-lg overflow-y-auto">
          <Dialog role="alertdialog" className="rounded-card bg-surface p-6 shadow-card outline-none">
            {({ close }) => (
              <>
                <Heading slot="title" className="text-section font-bold">
                  {props.title}
                </Heading>
                <div className="mt-2">{props.children}</div>
                {refused ? (
                  <p role="alert" className="mt-4 border-s-4 border-red ps-4 font-bold text-red">
                    {refused}
                  </p>
                ) : null}
                <div className="mt-6 flex flex-wrap gap-3">
                  <Button
                    variant={props.variant ?? 'danger'}
                    pending={pending}
                    pendingLabel={props.pendingLabel}
                    onClick={() => confirm(close)}
                  >
                    {props.confirmLabel}
                  </Button>
                  <Button variant="secondary" onClick={close} disabled={pending} autoFocus>
                    {props.cancelLabel ?? 'Keep it as it is'}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
