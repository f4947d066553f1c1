/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // `forbidden()` answers 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  // `npm test` checks all types before anything lands; a start need not wait for the same answer.
  typescript: { ignoreBuildErrors: true },
  // These live once in the process, beside server.ts, and are not bundled.
  serverExternalPackages: [
    '@apollo/server',
    '@observablehq/plot',
    'dataloader',
    'drizzle-orm',
    'graphql',
    'graphql-jit',
    'linkedom',
    'nodemailer',
    'pino',
    'postgres',
    'rate-limiter-flexible',
  ],
}
