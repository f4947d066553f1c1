import { Tag } from '../../../../_ui/tag.tsx'
import { TOKEN_STATE_LABELS } from './token-words.ts'

/** Whether a token still opens anything. */
export function TokenStateTag({ state }: { state: keyof typeof TOKEN_STATE_LABELS }) {
  return <Tag tone={state === 'ACTIVE' ? 'holds' : 'plain'}>{TOKEN_STATE_LABELS[state]}</Tag>
}
