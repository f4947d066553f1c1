import { index, pgTable, text } from 'drizzle-orm/pg-core'

/**
 * Every word that stands in a text that can be searched, without accents and in lower case: what a typing error is
 * compared with. Triggers add to it. That a word is in it says nothing of who may know it.
 */
export const words = pgTable('words', { word: text().primaryKey() }, (t) => [
  index('words_alike').using('gin', t.word.op('gin_trgm_ops')),
])
