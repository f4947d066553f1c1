export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Colours of app/_ui/tokens.css, which neither an image nor a page in another site's frame loads. */
export const COLOURS = {
  light: {
    paper: '#faf8f4',
    sunken: '#f1ede5',
    ink: '#1d2430',
    'ink-soft': '#4b5362',
    line: '#dcd6cb',
    'line-strong': '#737a87',
    accent: '#0b5c63',
  },
  dark: {
    paper: '#14171c',
    sunken: '#0f1115',
    ink: '#eceae4',
    'ink-soft': '#b9bcc3',
    line: '#363c46',
    'line-strong': '#8b92a0',
    accent: '#71cacb',
  },
} as const satisfies Record<Theme, Record<string, string>>

/** The theme that the address asks for; null leaves it to the reader's own setting. */
export function readTheme(asked: string | null): Theme | null {
  return THEMES.find((theme) => theme === asked) ?? null
}
