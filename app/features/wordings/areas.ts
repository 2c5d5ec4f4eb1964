/**
 * What a region may say in its own words: what residents and bodies without accounts read, on pages, in mails, SMS and
 * letters. Left out are words of staff pages; names of statuses, outcomes and kinds of appeals, and the right of appeal, which
 * are words of the law. By namespace the first parts of keys; `*` is all of them.
 */
const areas = {
  regions: ['home', 'nav', 'phone'],
  categories: ['search'],
  halls: ['list'],
  drafts: ['*'],
  attachments: ['field', 'list', 'remove', 'media', 'safety', 'error'],
  appeals: [
    'receipt',
    'track',
    'tracked',
    'life',
    'addition',
    'withdraw',
    'withdrawn',
    'leave',
    'merged',
    'foreign',
    'mail',
    'sms',
  ],
  acts: ['mine', 'mail'],
  cures: ['banner', 'page', 'missing', 'mail'],
  ratings: ['panel', 'given', 'page', 'mail'],
  letters: ['paper', 'list', 'verify', 'mail'],
  notices: ['told', 'kind'],
  common: ['page'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Area = keyof typeof areas

export const areaNames = Object.keys(areas) as Area[]

export const isArea = (name: string): name is Area => Object.hasOwn(areas, name)

/** Whether a region may reword this key of that namespace. */
export function mayReword(namespace: string, key: string): boolean {
  if (!isArea(namespace)) return false
  const open: readonly string[] = areas[namespace]
  return open.includes('*') || open.includes(key.split('.', 1)[0] ?? '')
}
