'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components'
import { Button } from './button.tsx'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
}

/** A dialog for a small form that belongs to the page behind it. Escape and the cross close it; the focus returns. */
export function Dialog({ open, onOpenChange, title, children }: Props) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-center bg-veil p-4 sm:items-center"
    >
      <Modal className="max-h-full w-full max-w-xl overflow-y-auto">
        <RacDialog className="rounded-card bg-surface p-6 shadow-card outline-none">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="text-section font-bold">
              {title}
            </Heading>
            <Button
              variant="quiet"
              aria-label="Close"
              className="-me-2 -mt-2"
              onClick={() => onOpenChange(false)}
            >
              <X aria-hidden className="size-6" />
            </Button>
          </div>
          <div className="mt-2">{children}</div>
        </RacDialog>
      </Modal>
    </ModalOverlay>
  )
}
