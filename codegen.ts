import type { CodegenConfig } from '@graphql-codegen/cli'

/** `npm run generate`: types for resolvers from the contract, types for pages from their operations. */
const config: CodegenConfig = {
  schema: 'graphql/types/*.graphql',
  documents: ['app/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        // '#' separates file and type here, so this path cannot be '#graphql/context.ts'.
        contextType: '../context.ts#Context',
        enumsAsTypes: true,
        scalars: { ID: 'string', Date: 'string', DateTime: { input: 'string', output: 'Date | string' } },
        useTypeImports: true,
        mappers: {
          Viewer: '../../db/queries/sessions.ts#ViewerRow',
          Person: '../../db/schema/people.ts#PersonRow',
          Project: '../../db/schema/projects.ts#ProjectRow',
          Area: '../../db/schema/projects.ts#AreaRow',
          PhaseChange: '../../db/queries/projects.ts#PhaseChangeView',
          Workshop: '../../db/queries/workshops.ts#WorkshopView',
          Table: '../../db/schema/workshops.ts#TableRow',
          Step: '../../db/schema/steps.ts#StepRow',
          Seat: '../../db/queries/seats.ts#SeatView',
          Issue: '../../db/queries/issues.ts#IssueView',
          Round: '../../db/queries/rounds.ts#RoundView',
          Option: '../../db/schema/rounds.ts#OptionRow',
          Priority: '../../db/queries/priorities.ts#PriorityView',
          Statement: '../../db/queries/statements.ts#StatementView',
          Wording: '../../db/queries/statements.ts#WordingView',
          Reason: '../../db/queries/reasons.ts#ReasonView',
          SimilarStatement: '../../db/queries/statements.ts#SimilarView',
          Idea: '../../db/queries/ideas.ts#IdeaView',
          TableReading: '../../db/queries/reading.ts#TableReadingView',
          Critique: '../../db/queries/critiques.ts#CritiqueView',
          Report: '../../db/queries/reports.ts#ReportView',
          Board: '../../db/queries/boards.ts#BoardView',
          SearchHit: '../../db/queries/search.ts#SearchHitView',
          RoundResultSheet: '../types/results.ts#ResultSheet',
          ErasureRequestConnection: '../connections.ts#Connection',
          IdeaConnection: '../connections.ts#Connection',
          IssueConnection: '../connections.ts#Connection',
          LogConnection: '../connections.ts#Connection',
          ReportConnection: '../connections.ts#Connection',
          PersonConnection: '../connections.ts#Connection',
          ProjectConnection: '../connections.ts#Connection',
          SeatConnection: '../connections.ts#Connection',
          WorkshopConnection: '../connections.ts#Connection',
          BallotImport: '../../db/queries/ballot-imports.ts#BallotImportView',
        },
      },
    },
    'app/': {
      preset: 'near-operation-file',
      presetConfig: { baseTypesPath: '../graphql/generated/resolvers.ts', extension: '.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        enumsAsTypes: true,
        importExtension: '.ts',
        inlineFragmentTypes: 'combine',
        // What a browser receives is JSON: moments are text.
        scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
        useTypeImports: true,
      },
    },
  },
}

export default config
