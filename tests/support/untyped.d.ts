/** The little that the tests use of packages that come without types. */

declare module 'mailparser' {
  export function simpleParser(source: NodeJS.ReadableStream): Promise<{
    from?: { text: string }
    subject?: string
    text?: string
    html: string | false
    headerLines: { key: string; line: string }[]
  }>
}

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export default class Provider {
    constructor(issuer: string, configuration: object)
    readonly Grant: new (of: {
      clientId: string
      accountId: string
    }) => {
      addOIDCScope(scope: string): void
      save(): Promise<string>
    }
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }
}
