import type { MetadataRoute } from 'next'

/** What a phone shows when the page is put on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Q Lab Workshops',
    short_name: 'Q Lab',
    start_url: '/workshops',
    display: 'minimal-ui',
    background_color: '#faf8f4',
    theme_color: '#0b5c63',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
