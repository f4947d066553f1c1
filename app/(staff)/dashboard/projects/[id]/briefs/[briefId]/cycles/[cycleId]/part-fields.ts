type Word = 'question' | 'prediction' | 'scale' | 'setting' | 'dataPlan' | 'happened' | 'comparison'
type PartField = { name: Word | 'dataOverTime'; label: string; hint?: string; kind: 'lines' | 'check' }

/** What is written in each part of a cycle. */
export const PART_FIELDS: Record<'PLAN' | 'DO' | 'STUDY', readonly PartField[]> = {
  PLAN: [
    { name: 'question', label: 'Question', hint: 'What is the test to answer?', kind: 'lines' },
    {
      name: 'prediction',
      label: 'Prediction',
      hint: 'What will happen, in figures if you can?',
      kind: 'lines',
    },
    {
      name: 'scale',
      label: 'Smallest useful scale',
      hint: 'For example: one nurse, one shift, five patients.',
      kind: 'lines',
    },
    { name: 'setting', label: 'Who, where and when', kind: 'lines' },
    { name: 'dataPlan', label: 'Data to collect', kind: 'lines' },
    {
      name: 'dataOverTime',
      label: 'The data is collected again and again',
      hint: 'Tick it where the data is kept elsewhere. Points of the brief’s measures show it by themselves.',
      kind: 'check',
    },
  ],
  DO: [{ name: 'happened', label: 'What happened', hint: 'Also what nobody expected.', kind: 'lines' }],
  STUDY: [{ name: 'comparison', label: 'Compared with the prediction', kind: 'lines' }],
}
