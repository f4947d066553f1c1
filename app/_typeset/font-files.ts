import { join } from 'node:path'

type Family = { family: string; weights: readonly ('400Regular' | '700Bold')[] }

/** The fonts of files and images, in the order in which a letter is looked for: the product's own, then one for each script. */
const FAMILIES: readonly Family[] = [
  { family: 'Atkinson Hyperlegible Next', weights: ['400Regular', '700Bold'] },
  { family: 'Noto Sans', weights: ['400Regular', '700Bold'] },
  // Noto's Arabic draws dots as glyphs of their own, which doubles letters in the text layer of a PDF.
  { family: 'IBM Plex Sans Arabic', weights: ['400Regular', '700Bold'] },
  ...[
    ...['Hebrew', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
    ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Ethiopic', 'Armenian', 'Georgian', 'SC', 'KR'],
  ].map((script): Family => ({ family: `Noto Sans ${script}`, weights: ['400Regular', '700Bold'] })),
  { family: 'Noto Sans Math', weights: ['400Regular'] },
  { family: 'Noto Sans Symbols 2', weights: ['400Regular'] },
  { family: 'Noto Emoji', weights: ['400Regular', '700Bold'] },
]

/** The names of the families, best first. */
export const FONT_FAMILIES: readonly string[] = FAMILIES.map(({ family }) => family)

/** The folders that hold one weight of one family each. They lie where the product was installed: bundles do not carry them. */
export const FONT_FOLDERS: readonly string[] = FAMILIES.flatMap(({ family, weights }) =>
  weights.map((weight) =>
    join(
      ...[process.cwd(), 'node_modules', '@expo-google-fonts'],
      ...[family.toLowerCase().replaceAll(' ', '-'), weight],
    ),
  ),
)
