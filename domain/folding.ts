const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const ACCENTS = /\p{M}/gu

/** A text as filters compare it: in lower case, without accents and unseen marks, with plain quotes and dashes. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(UNSEEN, '')
    .replace(/[’‘ʼ´`′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[–—‑‐−]/g, '-')
    .toLowerCase()
}

/** Whether a text holds every word of what somebody typed. */
export function holdsWords(text: string, typed: string): boolean {
  const all = folded(text)
  return folded(typed)
    .split(/\s+/)
    .every((word) => all.includes(word))
}
