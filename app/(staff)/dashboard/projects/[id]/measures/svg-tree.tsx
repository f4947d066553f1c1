import { createElement, type ReactNode } from 'react'

const TEXT = 3
const ELEMENT = 1

/**
 * A drawn SVG as React elements, so that words in it are escaped like all others. Its own style sheet, which the content
 * security policy forbids, is left out.
 */
export function svgTree(element: Element, props: Record<string, unknown>): ReactNode {
  return treeOf(element, { width: undefined, height: undefined, fontFamily: 'inherit', ...props })
}

function treeOf(node: ChildNode | Element, more: Record<string, unknown>): ReactNode {
  if (node.nodeType === TEXT) return node.textContent
  if (node.nodeType !== ELEMENT || !('attributes' in node) || node.localName === 'style') return null
  // The picture has one name for all of it, and parts without a role may not have their own.
  const shown = Array.from(node.attributes).filter(({ name }) => !name.startsWith('aria-'))
  const attributes = shown.map(({ name, value }) => [reactName(name), value])
  const children = Array.from(node.childNodes, (child, key) => treeOf(child, { key }))
  return createElement(node.localName, { ...Object.fromEntries(attributes), ...more }, ...children)
}

// React writes most SVG attributes in its own way: `stroke-width` is `strokeWidth`.
function reactName(name: string): string {
  if (name === 'class') return 'className'
  return name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
