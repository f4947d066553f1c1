import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../_apollo/server.ts'
import { openWriteUp, type WriteUpSource } from './read-write-up.ts'

/** The write-up of a workshop; its title and its page ask for it once together. */
export const loadWriteUp: (slug: string) => Promise<WriteUpSource> = cache(
  async (slug) => (await openWriteUp(query, { slug })) ?? notFound(),
)

/** The same at an unguessable address. */
export const loadSharedWriteUp: (token: string) => Promise<WriteUpSource> = cache(
  async (token) => (await openWriteUp(query, { token })) ?? notFound(),
)
