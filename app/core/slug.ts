const letters =
  'а a ә a б b в v г g ғ g д d е e ё e ж zh з z и i й i к k қ q л l м m н n ң n о o ө o п p р r с s т t у u ұ u ү u'
const more = 'ф f х h һ h ц ts ч ch ш sh щ sh ы y і i э e ю iu я ia'

const latin = new Map([...`${letters} ${more}`.matchAll(/(\S+) (\S+)/g)].map(([, from = '', to = '']) => [from, to]))
  .set('ъ', '')
  .set('ь', '')

/** A short name for URLs and figures, made once and never changed: latin letters and digits with hyphens, at most 48. */
export function slugOf(name: string): string {
  const plain = [...name.toLowerCase()].map((letter) => latin.get(letter) ?? letter).join('')
  const slug = plain
    .normalize('NFD')
    .replace(/\p{M}|['’`]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^[^a-z]+|-+$/g, '')
  return slug || 'n'
}

/** The slug itself, or the first of `slug-2`, `slug-3`, … that nobody has. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const all = new Set(taken)
  let free = slug
  for (let next = 2; all.has(free); next += 1) free = `${slug}-${next}`
  return free
}
