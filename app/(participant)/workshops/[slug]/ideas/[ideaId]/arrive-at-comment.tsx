'use client'

import { useEffect } from 'react'
import { toast } from '../../../../../_ui/toast.ts'

/** Brings whoever follows a link to one comment to it, with the focus, so that a screen reader reads on from there. */
export function ArriveAtComment() {
  useEffect(() => {
    function arrive() {
      const { hash } = window.location
      if (!hash.startsWith('#critique-')) return
      const comment = document.getElementById(hash.slice(1))
      if (!comment) return toast('This comment is not here any more.', { kind: 'error' })
      comment.focus({ preventScroll: true })
      comment.scrollIntoView({ block: 'center' })
    }
    arrive()
    window.addEventListener('hashchange', arrive)
    return () => window.removeEventListener('hashchange', arrive)
  }, [])
  return null
}
