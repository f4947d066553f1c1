/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // No page uses it, and what it has made it serves for hours to anybody.
  images: { unoptimized: true },
  compress: true,
  // `forbidden()` answers 403 with app/forbidden.tsx.
  experimental: {
    authInterrupts: true,
    // An archive of a workshop is read by a server action; domain/archives.ts says how long it may be.
    serverActions: { bodySizeLimit: '9mb' },
  },
  // `npm test` checks all types before anything lands; a start need not wait for the same answer.
  typescript: { ignoreBuildErrors: true },
  // These live once in the process, beside server.ts, and are not bundled.
  serverExternalPackages: [
    '@apollo/server',
    '@myriaddreamin/typst-ts-node-compiler',
    '@observablehq/plot',
    '@resvg/resvg-js',
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
