/**
 * The text of an operation that remembers what it takes and answers. Server components print it from the typed
 * document and hand it to an island as a prop, so that neither the document nor a printer travels to the browser.
 */
export type Operation<TData, TVariables> = string & { readonly __types?: (variables: TVariables) => TData }
