import { describe, expect, it } from 'vitest'
import { checkLocales } from './locales.ts'
import { locales, type Locale } from './locales/messages.ts'

type Texts = Record<string, unknown>
const same = (texts: Texts): Record<Locale, Texts> => ({ kk: texts, ru: texts, en: texts })

/** Findings for the texts of appeals (and of the core) with some code that asks for them. */
function check(texts: Partial<Record<Locale, Texts | string>>, code: string, common?: Texts) {
  const file = (folder: string, locale: string, own: Texts | string) => ({
    path: `${folder}/locales/${locale}.json`,
    text: typeof own === 'string' ? own : JSON.stringify(own, null, 2),
  })
  const files = [
    ...Object.entries(texts).map(([locale, own]) => file('app/features/appeals', locale, own)),
    ...(common ? locales.map((locale) => file('app/core/i18n', locale, common)) : []),
  ]
  return checkLocales(files, [{ path: 'app/features/appeals/ui/form.tsx', text: code }])
}

const messages = (...args: Parameters<typeof check>) => check(...args).map(({ message }) => message)
const use = (...keys: string[]) => keys.map((key) => `t('appeals:${key}')`).join('\n')

describe('texts', () => {
  it('pass when all three languages say the same', () => {
    const texts = (one: string, more: string[]) => ({
      form: { name: one, hint: `<1>{{max, number}}</1> ${one} {{name}}` },
      ...Object.fromEntries(more.map((form) => [`days_${form}`, `{{count}} ${one}`])),
    })
    const all = {
      kk: texts('аты', ['one', 'other']),
      ru: texts('имя', ['one', 'few', 'many', 'other']),
      en: texts('name', ['one', 'other']),
    }
    expect(messages(all, use('form.name', 'form.hint', 'days'))).toEqual([])
  })

  it('are in every language', () => {
    expect(messages({ ...same({ a: 'x', b: 'x' }), ru: { a: 'x' } }, use('a', 'b'))).toEqual([
      'same-keys: b is missing in ru',
    ])
    expect(messages({ kk: { a: 'x' }, ru: { a: 'x' } }, use('a'))).toContain('locale: this file is missing')
    expect(messages({ ...same({ a: 'x' }), ['de' as Locale]: {} }, use('a'))).toEqual(['locale: only kk, ru, en'])
  })

  it('have the plural forms of their language, no fewer and no more', () => {
    const forms = (...given: string[]) => Object.fromEntries(given.map((form) => [`day_${form}`, 'x']))
    const all = { kk: forms('one', 'few', 'other'), ru: forms('one', 'other'), en: { day: 'x' } }
    expect(messages(all, use('day'))).toEqual([
      'plural: day in kk has no use for few',
      'plural: day in ru lacks few, lacks many',
      'plural: day in en lacks one, lacks other, has no use for a plain text',
    ])
    expect(messages(same(forms('ordinal_other')), use('day'))).toEqual([
      'plural: day in kk lacks ordinal_many',
      'plural: day in en lacks ordinal_one, lacks ordinal_two, lacks ordinal_few',
    ])
  })

  it('name the same values and tags', () => {
    const all = {
      kk: { a: '{{name}} <b>x</b>' },
      ru: { a: '{{ name, upper }} {{date}} <b>x</b>' },
      en: { a: '{{name}} x' },
    }
    expect(messages(all, use('a'))).toEqual(['values: a names date, name; in kk name', 'tags: a differs from kk'])
  })

  it('say something', () => {
    expect(messages({ ...same({ a: 'x' }), en: { a: ' ' } }, use('a'))).toEqual(['empty: a says nothing'])
    expect(messages({ ...same({ a: 'x' }), en: { a: 7 } }, use('a'))).toEqual(['empty: a says nothing'])
  })

  it.each(['{{region}}ға', '{{region}}-ға', '{{region}}’дың', '{{count}}th'])(
    'glue no ending to a value: %s',
    (text) => {
      const findings = messages({ ...same({ a: text }) }, use('a'))
      expect(new Set(findings)).toEqual(new Set(['ending: a glues letters to a value']))
    },
  )

  it('may have anything else after a value', () => {
    expect(messages(same({ a: 'Өңір: {{region}}, {{number}}. {{from}}-{{to}} ({{note}})' }), use('a'))).toEqual([])
  })

  it('stand in sound files', () => {
    expect(messages({ ...same({ a: 'x' }), en: '{ "a": "x", "a": "y" }' }, use('a'))).toEqual([
      'duplicate: a stands twice, and the first is lost',
    ])
    expect(messages({ ...same({ a: 'x' }), en: '{' }, use('a'))).toContainEqual(expect.stringMatching(/^json: /))
  })

  it('are found at their line', () => {
    expect(check({ ...same({ a: 'x', b: 'x' }), en: { a: 'x', b: '' } }, use('a', 'b'))).toEqual([
      { path: 'app/features/appeals/locales/en.json', line: 3, message: 'empty: b says nothing' },
    ])
  })
})

describe('keys', () => {
  const texts = same({ a: 'x', status: { open: 'x', closed: 'x' } })
  const status = "t('appeals:status.open', 'appeals:status.closed')"

  it('that nobody asks for are named', () => {
    expect(messages(texts, status)).toEqual(['unused: nobody asks for a'])
  })

  it.each([
    "const message = 'appeals:a'",
    "<Field label={ctx.t('appeals:a')} />",
    "const { t } = useTranslation('appeals'); t('a', { count: 1 })",
    "const { t: say } = useTranslation(['appeals', 'common']); say(open ? 'a' : 'a')",
    "async function f() { const t = await i18n.getFixedT('kk', 'appeals'); return () => t('a') }",
    "function f(t: TFunction<'appeals'>) { t('a') }",
    "t('a', { ns: 'appeals' })",
    '<Trans i18nKey="a" ns="appeals" />',
    "const { t } = useTranslation('appeals'); <Trans i18nKey={'a'} />",
  ])('are seen in use: %s', (code) => {
    expect(messages(texts, `${code}\n${status}`)).toEqual([])
  })

  it.each([
    't(`appeals:status.${status}`)',
    "const { t } = useTranslation('appeals'); t(`status.${status}`)",
    "const key = 'appeals:status.' + status",
    "t('appeals:status', { returnObjects: true })",
  ])('are seen in use as a family: %s', (code) => {
    expect(messages(texts, `${code}\n${use('a')}`)).toEqual([])
  })

  it.each([
    ["t('appeals:b')", 'appeals:b'],
    ["throw new Refusal('appeals:error.gone')", 'appeals:error.gone'],
    ["const { t } = useTranslation('appeals'); t('b')", 'appeals:b'],
    ["const { t } = useTranslation('appeals'); const f = (t: Translate) => t('a')", 'common:a'],
    ["ctx.t('a')", 'common:a'],
    ['t(`appeals:state.${state}`)', 'appeals:state.${…}'],
    ['t(`appeals:status.${state}.title`)', 'appeals:status.${…}.title'],
  ])('that are missing are named: %s', (code, key) => {
    expect(messages(texts, `${code}\n${status}\n${use('a')}`)).toEqual([`missing: ${key} is in no locale file`])
  })

  it('of the core are `common`, and a text may use another', () => {
    expect(messages(same({ a: '$t(common:save)' }), use('a'), { save: 'x' })).toEqual([])
    expect(messages(same({ a: 'x' }), `${use('a')}\nt('save')`, { save: 'x' })).toEqual([])
  })
})
