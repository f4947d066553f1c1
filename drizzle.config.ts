import { defineConfig } from 'drizzle-kit'

// `casing` stands here and in db/client.ts; both are needed.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  casing: 'snake_case',
})
