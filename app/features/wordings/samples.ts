/** What stands for a value in a preview; words come with the language, as `wordings:sample.…`. */
export const sampleValues: Readonly<Record<string, string>> = {
  number: '75-26-000123',
  example: '75-26-000123',
  day: '23.12.2026',
  when: '23.12.2026 18:30',
  most: '10',
  minutes: '5',
  at: '2',
  of: '7',
  size: '20',
  short: '1A2B 3C4D',
  address: 'https://…',
}
