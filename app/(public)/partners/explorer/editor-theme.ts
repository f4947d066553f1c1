import { useGraphiQLActions, useMonaco } from '@graphiql/react'
import { useEffect } from 'react'

/** The names under which the editors know the product's colours. */
export const EDITOR_THEME = { light: 'qlab-light', dark: 'qlab-dark' }

type Theme = Parameters<NonNullable<ReturnType<typeof useMonacoEditor>>['editor']['defineTheme']>[1]

// Contrast of at least 4.5 to 1 on what they stand on, which the editor's own brackets and line numbers do not have.
const LIGHT: Theme = {
  base: 'vs',
  inherit: true,
  rules: [{ token: 'argument.identifier.gql', foreground: '6a3d9a' }],
  colors: {
    'editor.background': '#ffffff',
    'editorLineNumber.foreground': '#4b5362',
    'editorBracketHighlight.foreground1': '#1d2430',
    'editorBracketHighlight.foreground2': '#1d2430',
    'editorBracketHighlight.foreground3': '#1d2430',
  },
}
const DARK: Theme = {
  base: 'vs-dark',
  inherit: true,
  rules: [{ token: 'argument.identifier.gql', foreground: 'c4b5fd' }],
  colors: {
    'editor.background': '#1c212a',
    'editorLineNumber.foreground': '#b4bcc8',
    'editorBracketHighlight.foreground1': '#e8eaee',
    'editorBracketHighlight.foreground2': '#e8eaee',
    'editorBracketHighlight.foreground3': '#e8eaee',
  },
}

/** Gives the editors the product's colours once they are loaded. They follow the system's choice of light or dark. */
export function useEditorTheme(): void {
  const monaco = useMonacoEditor()
  const { setTheme } = useGraphiQLActions()
  useEffect(() => {
    if (!monaco) return
    monaco.editor.defineTheme(EDITOR_THEME.light, LIGHT)
    monaco.editor.defineTheme(EDITOR_THEME.dark, DARK)
    setTheme(null)
  }, [monaco, setTheme])
}

function useMonacoEditor() {
  return useMonaco((state) => state.monaco)
}
