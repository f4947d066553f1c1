/** Where a project stands, in order. After SHARING it is closed. From the Lab's own process of 2017. */
export const PHASES = ['DISCOVERY', 'DEVELOPMENT', 'TESTING', 'SHARING', 'CLOSED'] as const
export type Phase = (typeof PHASES)[number]
