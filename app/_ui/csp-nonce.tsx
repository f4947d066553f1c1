'use client'

import { useState } from 'react'

/**
 * Tells React Aria which nonce to put on the style elements that it adds. A page that is rendered anew comes with a
 * nonce of its own, but the browser goes on asking for the one that the document came with.
 */
export function CspNonce({ nonce }: { nonce: string | undefined }) {
  const [ofDocument] = useState(nonce)
  return <meta property="csp-nonce" nonce={ofDocument} />
}
