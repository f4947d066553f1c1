import { signExportLink } from '#auth/export-links.ts'
import { ALL_FILES, EXPORT_LINK_MINUTES, type ExportFile, exportFileName, shapeOf } from '#domain/exports.ts'
import { reaches, SCOPE_NAMES } from '#domain/tokens.ts'
import type { Context } from '#graphql/context.ts'
import type { QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'

const exports: QueryResolvers['exports'] = (_root, _args, context) => {
  const expiresAt = new Date(Date.now() + EXPORT_LINK_MINUTES * 60_000)
  return ALL_FILES.map((file) => {
    const { rows, scope, columns, since = false } = shapeOf(file)
    const url = linkTo(file, expiresAt, context)
    return {
      name: exportFileName(file),
      format: file.format,
      rows,
      scope: scope === null ? null : SCOPE_NAMES[scope],
      columns: [...columns],
      takesUpdatedSince: since,
      url,
      expiresAt: url === null ? null : expiresAt,
    }
  })
}

/** A link proves itself for the token that asks, as far as that reaches. */
function linkTo(file: ExportFile, expiresAt: Date, { viewer, origin }: Context): string | null {
  if (!viewer?.partner || !reaches(viewer.partner.scopes, shapeOf(file).scope)) return null
  const fileName = exportFileName(file)
  const query = signExportLink({ tokenId: viewer.partner.tokenId, fileName, expiresAt })
  return `${origin}/api/exports/${fileName}?${query}`
}

export const exportResolvers = { Query: { exports } } satisfies Resolvers
