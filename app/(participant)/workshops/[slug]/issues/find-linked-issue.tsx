'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { toast } from '../../../../_ui/toast.ts'

/** Makes links to one issue work when it is beyond what the page shows, by showing the whole wall. */
export function FindLinkedIssue({ slug }: { slug: string }) {
  const router = useRouter()
  useEffect(() => {
    function find() {
      const { hash, search } = window.location
      if (!hash.startsWith('#issue-') || document.getElementById(hash.slice(1))) return
      if (search === '?show=all') toast('This issue is not on the wall any more.', { kind: 'error' })
      else router.replace(`/workshops/${slug}/issues?show=all${hash}`)
    }
    find()
    window.addEventListener('hashchange', find)
    return () => window.removeEventListener('hashchange', find)
  }, [slug, router])
  return null
}
