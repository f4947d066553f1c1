import { plural } from '#domain/numbers.ts'
import type { DeliveryState, WebhookEvent } from '#domain/webhooks.ts'

const EVENT_LABELS: Record<WebhookEvent, string> = {
  CONTENT_CHANGED: 'Changes',
  WORKSHOP_PUBLISHED: 'Published',
  WORKSHOP_UNPUBLISHED: 'Taken back',
  TEST: 'Test',
}

export const DELIVERY_LABELS: Record<DeliveryState, string> = {
  WAITING: 'Under way',
  DELIVERED: 'Arrived',
  GIVEN_UP: 'Not arrived',
}

type Told = { event: WebhookEvent; workshopIds: readonly string[]; projectIds: readonly string[] }

/** What was told: "Changes: 2 workshops and 1 project". */
export function toldInWords({ event, workshopIds, projectIds }: Told): string {
  const named = [
    ...(workshopIds.length > 0 ? [plural(workshopIds.length, 'workshop')] : []),
    ...(projectIds.length > 0 ? [plural(projectIds.length, 'project')] : []),
  ].join(' and ')
  return named === '' ? EVENT_LABELS[event] : `${EVENT_LABELS[event]}: ${named}`
}
