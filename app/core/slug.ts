const latin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
  },
  ...{ қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u' },
  ...{
    ф: 'f',
    х: 'h',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ы: 'y',
    і: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
  },
}

/** A short name for URLs and figures, made once and never changed: latin letters and digits with hyphens, at most 48. */
export function slugOf(name: string): string {
  const letters = [...name.toLowerCase()].map((letter) => latin[letter] ?? letter).join('')
  const slug = letters
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
