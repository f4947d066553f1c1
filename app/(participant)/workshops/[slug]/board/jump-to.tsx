'use client'

import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { holdsWords } from '#domain/folding.ts'
import { controlStyle } from '../../../../_ui/control-style.ts'
import { CARD } from './lay-out.ts'
import type { BoardNode, CardNode } from './nodes.ts'
import { useReach } from './use-reach.ts'

const MOST = 12

/** Finds a card by its words and brings it to the middle of the board. */
export function JumpTo() {
  const { setCenter, getNode, getNodes } = useReactFlow<BoardNode>()
  const { focusCard } = useReach()
  const [typed, type] = useState('')
  const found = matches(getNodes(), typed)

  async function jump(id: string) {
    const node = getNode(id)
    if (!node) return
    const { x, y } = node.position
    await setCenter(x + CARD.width / 2, y + CARD.height / 2, { zoom: 1, duration: 200 })
    focusCard(id)
  }

  /** Enter goes to the first card of the list, unless the arrow keys have chosen another. */
  function jumpToFirst(event: KeyboardEvent<HTMLInputElement>) {
    const [first] = found
    if (event.key !== 'Enter' || !first || event.currentTarget.getAttribute('aria-activedescendant')) return
    event.preventDefault()
    type('')
    void jump(first.id)
  }

  return (
    <ComboBox
      className="w-full max-w-80"
      items={found}
      inputValue={typed}
      onInputChange={type}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return
        type('')
        void jump(String(key))
      }}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label className="block font-bold">Jump to a card</Label>
      <Input
        className={controlStyle('mt-1')}
        placeholder="Words on it, or its table"
        onKeyDown={jumpToFirst}
      />
      <Popover className="w-(--trigger-width) overflow-y-auto rounded-card border border-line-strong bg-surface shadow-card">
        <ListBox<CardNode>
          className="p-1 outline-none"
          renderEmptyState={() => <p className="p-2 text-ink-soft">No card says this.</p>}
        >
          {({ id, data: { card } }) => (
            <ListBoxItem
              id={id}
              textValue={card.text}
              className="cursor-pointer rounded-card p-2 outline-none first:not-[:has(~[data-focused])]:bg-accent-soft data-focused:bg-accent-soft"
            >
              <span className="line-clamp-2">{card.text}</span>
              <span className="font-bold">{card.codes.join(', ')}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function matches(nodes: readonly BoardNode[], typed: string): CardNode[] {
  if (typed.trim() === '') return []
  const found: CardNode[] = []
  for (const node of nodes) {
    if (node.type !== 'card') continue
    const { text, codes } = node.data.card
    if (holdsWords(`${text} ${codes.join(' ')}`, typed.trim())) found.push(node)
    if (found.length === MOST) break
  }
  return found
}
