import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPacks, listPackNames, loadPack } from './load.ts'
import { parsePack } from './parse.ts'
import { shownPath, shownProblem } from './problems.ts'

type Loose = Record<string | number, unknown>

/** The file of a pack that stands on its own, to be spoilt. */
const base = () => JSON.parse(readFileSync('tenants/packs/base/pack.json', 'utf8')) as Loose

/** Puts a value where `path` leads: `halls.0.opening.1`. */
function put(pack: Loose, path: string, value: unknown): Loose {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const place = steps.reduce((at, step) => at[step] as Loose, pack)
  place[last] = value
  return pack
}

const said = (pack: unknown): string[] => (parsePack(JSON.stringify(pack), 'own.json').problems ?? []).map(shownProblem)

describe('the packs that come with the product', () => {
  it('are all in order', async () => {
    await checkPacks()
    expect(await listPackNames()).toEqual(expect.arrayContaining(['almaty', 'base', 'shymkent']))
  })

  it('say by which file and version they were put together', async () => {
    const [own, ground] = [await loadPack('almaty'), await loadPack('base')]
    expect(own).toMatchObject({ format: 1, baseVersion: ground.version })
    expect(own.categories).toEqual(ground.categories)
  })

  it.each([['atlantis', 'tenants/packs/atlantis/pack.json: it cannot be read (ENOENT)']])(
    'name the file where there is none: %s',
    async (name, message) => {
      await expect(loadPack(name)).rejects.toThrow(message)
    },
  )

  it.each(['', '..', '../../infra', 'regions.json', 'almaty/../base'])(
    'are called by plain names: %j is none',
    (name) => expect(loadPack(name)).rejects.toThrow('an invalid name of a pack'),
  )
})

describe('a pack that is handed over', () => {
  it('is taken as it stands', () => {
    const { pack, problems } = parsePack(JSON.stringify(base()), 'own.json')
    expect(problems).toBeUndefined()
    expect(pack?.agencies).toHaveLength(12)
    // What it holds once read can be handed over again.
    expect(parsePack(JSON.stringify(pack), 'own.json').pack).toEqual(pack)
  })

  it('is told where it is wrong, by file and path', () => {
    expect(said(put(base(), 'halls.0.opening.1', ['18:30', '09:00']))).toEqual([
      'own.json: halls[0].opening.1: it ends before it begins',
    ])
    expect(shownPath(['halls', 0, 'desks', 3, 'agency'])).toBe('halls[0].desks[3].agency')
  })

  // prettier-ignore
  const wrong: [what: string, path: string, value: unknown, said: string][] = [
    ['a category of an unknown agency', 'categories.3.agency', 'navy', 'categories[3].agency: no agency is called navy'],
    ['a desk of an unknown agency', 'halls.0.desks.1.agency', 'navy', 'halls[0].desks[1].agency: no agency is called navy'],
    ['a template of an unknown category', 'answerTemplates.0.category', 'gold', 'answerTemplates[0].category: no category is called gold'],
    ['a slug that stands twice', 'agencies.2.slug', 'employment-social', 'agencies[2].slug: employment-social stands at [0] already'],
    ['a desk that stands twice', 'halls.0.desks.4.label', '1', 'halls[0].desks[4].label: 1 stands at [0] already'],
    ['two intervals at once', 'week.2', [['09:00', '13:00'], ['12:00', '18:00']], 'week.2[1]: it begins before the one above it ends'],
    ['a week without work', 'week', {}, 'week: nobody works on any day'],
    ['an hour that no clock shows', 'dayEnd', '29:00', 'dayEnd: Invalid string'],
    ['a law without a term', 'terms', [], 'terms: no term is for application'],
    ['a colour that is a stylesheet', 'brandColour', '#fff;} body{display:none', 'brandColour: Invalid string'],
    ['a name that is a number', 'agencies.0.name.kk', 7, 'agencies[0].name.kk: Invalid input'],
    ['a list that is an object', 'halls', {}, 'halls: Invalid input'],
    ['a name that looks like another', 'agencies.0.name.en', 'Police\u202Eecilop', 'agencies[0].name.en: it holds characters that nobody can see'],
    ['a hotline that is no number', 'hotlines', [{ number: 'tel:1', kind: 'short' }], 'hotlines[0].number: it is no number of this kind'],
    ['words for a text that could be any', 'wording', [{ locale: 'kk', namespace: '__proto__', key: 'a', text: 'b' }], 'wording[0].namespace: Invalid string'],
    ['an unknown part', 'budget', 1, 'Unrecognized key: "budget"'],
    ['a pack of a pack', 'extends', 'base', 'extends: a pack that is handed over stands on its own'],
    ['a pack of a newer form', 'format', 2, 'format: this pack has format 2, made by a newer product; this one reads formats up to 1'],
    ['a pack without a form', 'format', undefined, 'format: Invalid input'],
  ]
  it.each(wrong)('is refused for %s', (_what, path, value, told) => {
    const [first] = said(put(base(), path, value))
    expect(first).toContain('own.json: ')
    expect(first).toContain(told)
  })

  it('of a newer form hears of nothing else', () => {
    expect(said({ ...base(), format: 9, agencies: null })).toHaveLength(1)
  })
})

describe('a hostile pack', () => {
  const hostile: [what: string, text: () => string, said: RegExp][] = [
    ['huge', () => `{"format":1,"x":"${'x'.repeat(3_000_000)}"}`, /larger than/],
    ['deep', () => '['.repeat(200_000), /nested deeper/],
    ['deep behind a string', () => `{"x":"\\"[","y":${'{"a":'.repeat(50)}1${'}'.repeat(50)}}`, /nested deeper/],
    ['no JSON', () => '<?xml version="1.0"?>', /no JSON/],
    ['nothing', () => '', /no JSON/],
    ['null', () => 'null', /Invalid input/],
    ['a list', () => '[]', /Invalid input/],
    ['__proto__', () => '{"format":1,"__proto__":{"roles":["regionAdmin"]}}', /called __proto__/],
    [
      'constructor',
      () => '{"format":1,"week":{"constructor":{"prototype":{"a":1}}}}',
      /called (prototype|constructor)/,
    ],
  ]
  it.each(hostile)('is refused: %s', (_what, text, said) => {
    const { pack, problems } = parsePack(text(), 'own.json')
    expect(pack).toBeUndefined()
    expect(problems?.[0]?.message).toMatch(said)
    expect(({} as { roles?: unknown }).roles).toBeUndefined()
  })

  it('of a thousand faults is told fifty, none longer than a line or two', () => {
    const agencies = Array.from({ length: 400 }, () => ({ slug: 1, level: 'x', name: 'y'.repeat(500) }))
    const told = said({ ...base(), agencies, ['k'.repeat(100_000)]: 1 })
    expect(told).toHaveLength(50)
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(1000)
  })

  it('has more of anything than a region can, and is refused', () => {
    const [category] = base().categories as unknown[]
    const [first] = said(put(base(), 'categories', Array(3000).fill(category)))
    expect(first).toMatch(/categories: Too big/)
  })

  it('keeps a script in a name as the letters that it is', () => {
    const spoilt = put(base(), 'agencies.0.name.en', '<script>alert(1)</script>')
    const { pack } = parsePack(JSON.stringify(spoilt), 'own.json')
    expect(pack?.agencies[0]?.name.en).toBe('<script>alert(1)</script>')
  })
})
