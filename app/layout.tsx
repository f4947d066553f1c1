import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Announcer } from './_ui/announcer.tsx'
import { CspNonce } from './_ui/csp-nonce.tsx'
import { SiteHeader } from './_ui/site-header.tsx'
import { ViewerNav } from './_ui/viewer-nav.tsx'

export const metadata: Metadata = {
  title: { default: 'Q Lab Workshops', template: '%s - Q Lab Workshops' },
  description: 'Where a Lab runs its co-design workshops and follows what comes of them.',
  robots: { index: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1d2128' },
  ],
}

/** What all pages share: the skip link, the header, the live regions. Each group of pages brings its own `<Main>`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en-GB">
      <head>
        <CspNonce nonce={nonce} />
      </head>
      <body className="flex min-h-dvh flex-col bg-paper font-sans text-ink">
        <a
          href="#main"
          className="sr-only rounded-card bg-accent p-3 text-on-accent focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-50 focus:hover:text-on-accent"
        >
          Skip to the main content
        </a>
        <SiteHeader>
          <ViewerNav />
        </SiteHeader>
        {children}
        <Announcer />
      </body>
    </html>
  )
}
