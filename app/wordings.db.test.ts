import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { Principal } from './core/access/principal.ts'
import { translatorOf } from './core/i18n/texts.ts'
import { listHistory } from './features/changes/history.queries.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { searchSettings } from './features/regions/search-settings.queries.server.ts'
import { resetText, rewordText } from './features/wordings/reword-text.server.ts'
import { getText, listTexts, previewText } from './features/wordings/wordings.queries.server.ts'
import { resetForm, rewordForm } from './features/wordings/wordings.schema.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const title = 'regions:home.title'
const subject = 'appeals:mail.receipt.subject'
const key = () => crypto.randomUUID()

/** What a resident of that region reads now. */
async function says(region: TestRegion, id: string, locale: LocaleCode = 'kk', values = {}): Promise<string> {
  await product.installation.loadTexts(region.tenant)
  return region.as(anyone, async (ctx) => translatorOf(ctx.texts[locale])(id, values))
}

const stateOf = (id: string, locale: LocaleCode, region = almaty) =>
  region.as(region.admin, async (ctx) => (await getText(ctx, id)).forms.find((form) => form.locale === locale))

async function reword(id: string, locale: LocaleCode, text: string, who: Principal = almaty.admin, version?: number) {
  const now = await stateOf(id, locale)
  const form = { submissionKey: key(), version: version ?? now?.version ?? 0, [`text_${locale}`]: text }
  return almaty.as(who, (ctx) => rewordText(ctx, id, rewordForm(locale).parse(form)))
}

async function reset(id: string, locale: LocaleCode) {
  const form = { submissionKey: key(), version: (await stateOf(id, locale))?.version }
  return almaty.as(almaty.admin, (ctx) => resetText(ctx, id, resetForm(locale).parse(form)))
}

describe('a text of the portal', () => {
  it('is said in the region’s own words, in one language and nowhere else, until it is reset', async () => {
    const [shipped, russian] = [await says(almaty, title), await says(almaty, title, 'ru')]
    const changed = await reword(title, 'kk', 'Қайырлы күн!\n Не  айтасыз?')
    expect(await says(almaty, title)).toBe('Қайырлы күн! Не айтасыз?')
    expect(await says(almaty, title, 'ru')).toBe(russian)
    expect(await says(shymkent, title)).toBe(shipped)
    await almaty.as(almaty.admin, (ctx) => undoChange(ctx, changed ?? '', { submissionKey: key() }))
    expect(await says(almaty, title)).toBe(shipped)
    await reword(title, 'kk', 'Сәлеметсіз бе?')
    await reset(title, 'kk')
    expect(await says(almaty, title)).toBe(shipped)
    const history = await almaty.as(almaty.admin, (ctx) => listHistory(ctx, title))
    expect(history.map(({ verb }) => verb)).toEqual(['reset', 'changed', 'undone', 'changed'])
  })

  it('in the shipped words is no word of the region’s own', async () => {
    const shipped = await says(almaty, title, 'en')
    expect(await reword(title, 'en', shipped)).toBeUndefined()
    await reword(title, 'en', 'Good day')
    await reword(title, 'en', shipped)
    expect(await stateOf(title, 'en')).toMatchObject({ own: null, version: 0 })
  })

  it('is not changed by a form that was made before somebody else’s change', async () => {
    await reword(title, 'ru', 'Добрый день')
    await expect(reword(title, 'ru', 'Здравствуйте', almaty.admin, 0)).rejects.toMatchObject({
      reason: { key: 'common:change.stale' },
    })
    expect(await says(almaty, title, 'ru')).toBe('Добрый день')
    await reset(title, 'ru')
  })

  it('is an administrator’s, and only what residents read is', async () => {
    const denied = { name: 'ForbiddenError' }
    for (const who of [almaty.dispatcher, almaty.heads['housing-utilities'], anyone]) {
      await expect(reword(title, 'kk', 'Менің сөзім', who)).rejects.toMatchObject(denied)
      await expect(almaty.as(who, (ctx) => getText(ctx, title))).rejects.toMatchObject(denied)
      await expect(almaty.as(who, (ctx) => listTexts(ctx, { search: '', area: '' }))).rejects.toMatchObject(denied)
      await expect(almaty.as(who, async (ctx) => previewText(ctx, title, 'kk', 'x'))).rejects.toMatchObject(denied)
      await expect(almaty.as(who, (ctx) => searchSettings(ctx, 'зал'))).rejects.toMatchObject(denied)
    }
    for (const id of [
      'regions:admin.title',
      'appeals:status.answered',
      'staff:mail.invitation.subject',
      'x:y',
      title + 's',
    ])
      await expect(
        almaty.as(almaty.admin, (ctx) => getText(ctx, id)),
        id,
      ).rejects.toMatchObject({ name: 'NotFound' })
    for (const id of ['__proto__:x', 'regions:__proto__', 'constructor:name', ''])
      await expect(reword(id, 'kk', 'x'), id).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('hostile words', () => {
  it.each([
    ['lose a value', 'Талон', 'lost'],
    ['name a value that nobody gives', '{{number}} {{accessCode}}', 'unknown'],
    ['are a bomb of values', '{{number}} '.repeat(15), 'often'],
    ['bring in another text', '{{number}} $t(appeals:mail.receipt.subject)', 'nested'],
    ['are too long for their place', `{{number}} ${'а'.repeat(300)}`, 'longerThan'],
  ])('that %s are refused beside their field', async (_what, text, why) => {
    const refused = await reword(subject, 'kk', text).catch((error: unknown) => error)
    expect(refused).toMatchObject({ fields: { text_kk: { key: `wordings:error.${why}` } } })
    await expect(almaty.as(almaty.admin, async (ctx) => previewText(ctx, subject, 'kk', text))).rejects.toMatchObject({
      name: 'InvalidInput',
    })
  })

  it('of a hundred kilobytes are not even judged', () => {
    const form = { submissionKey: key(), version: '0', text_kk: 'а'.repeat(100_000) }
    expect(rewordForm('kk').safeParse(form).error?.issues).toMatchObject([
      { path: ['text_kk'], message: 'wordings:error.long' },
    ])
  })

  it('of markup are words and nothing else, and a subject of a mail stays one line', async () => {
    await reword(subject, 'kk', '<script>alert(1)</script>\r\nBcc: all@example.kz {{number}}')
    expect(await says(almaty, subject, 'kk', { number: '{{evil}} $t(x)' })).toBe(
      '<script>alert(1)</script> Bcc: all@example.kz {{evil}} $t(x)',
    )
    await reset(subject, 'kk')
  })

  it('that came past our pages are not said', async () => {
    const shipped = await says(almaty, title)
    await product.database.rows(
      `insert into t_almaty.wording (id, locale, namespace, key, text)
        values ('hostile', 'kk', 'regions', 'home.title', '$t(regions:home.title)')`,
    )
    await product.database.rows(`update t_almaty.settings_mark set version = version + 1`)
    expect(await says(almaty, title)).toBe(shipped)
    await reset(title, 'kk')
  })
})

describe('a preview', () => {
  it('says the words with sample values, and keeps nothing', async () => {
    const preview = await almaty.as(almaty.admin, async (ctx) => previewText(ctx, subject, 'ru', 'Номер {{number}}!'))
    expect(preview).toBe('Номер 75-26-000123!')
    expect(await stateOf(subject, 'ru')).toMatchObject({ own: null })
  })

  it('has a sample for every value of every text', async () => {
    const { texts } = await almaty.as(almaty.admin, (ctx) => listTexts(ctx, { search: '', area: '' }, 10_000))
    expect(texts.length).toBeGreaterThan(600)
    for (const { id } of texts) {
      const { forms } = await almaty.as(almaty.admin, (ctx) => getText(ctx, id))
      for (const { sample } of forms) expect(sample, id).not.toContain('{{')
    }
  })
})

describe('texts are found', () => {
  const find = (search: string, area: '' | 'own' | 'appeals' = '', region = almaty) =>
    region.as(region.admin, async (ctx) => (await listTexts(ctx, { search, area })).texts.map(({ id }) => id))

  it('by their key and their words in any language, with Kazakh letters and without', async () => {
    for (const typed of ['home.title', 'көмектесе аламыз', 'комектесе аламыз', 'How can we help'])
      expect(await find(typed), typed).toContain(title)
    expect(await find('көмектесе аламыз', 'appeals')).not.toContain(title)
  })

  it('by the region’s own words, which another region does not see', async () => {
    await reword(title, 'kk', 'Қош келдіңіз, ағайын')
    expect(await find('кош келдиниз агайын')).toEqual([title])
    expect(await find('', 'own')).toEqual([title])
    expect(await find('қош келдіңіз, ағайын', '', shymkent)).toEqual([])
    expect(await find('', 'own', shymkent)).not.toContain(title)
    await reset(title, 'kk')
  })
})

describe('the settings are searched', () => {
  const find = (typed: string, region = almaty) => region.as(region.admin, (ctx) => searchSettings(ctx, typed))
  const kinds = async (typed: string, region = almaty) => (await find(typed, region)).map(({ kind }) => kind)

  it('finds a district by its name, with Kazakh letters or without', async () => {
    const [group] = (await find('наурызбай')).filter(({ kind }) => kind === 'districts')
    expect(group?.things).toHaveLength(1)
  })

  it('by name in any language, with Kazakh letters and without', async () => {
    expect(await kinds('әлеуметтік әл-ауқат')).toEqual(['agencies'])
    expect(await kinds('алеуметтик ал ауқат')).toEqual(['agencies'])
    expect(await kinds('Department of Social Welfare')).toEqual(['agencies'])
    expect(await kinds('1308')).toContain('hotlines')
    expect(await kinds('Күнтізбе')).toContain('pages')
    expect(await kinds('emblem')).toEqual(['pages'])
    expect(await kinds('Даурен Сынаков')).toContain('staff')
  })

  it('of this region alone', async () => {
    await almaty.hire('unique', 'Ерекше Есімқызы', ['dispatcher'])
    expect(await kinds('Ерекше Есимкызы')).toEqual(['staff'])
    expect(await kinds('Ерекше Есимкызы', shymkent)).toEqual([])
  })

  it('for nothing and for signs alone find nothing, and a name that looks like a pattern is a name', async () => {
    for (const typed of ['', '  ', '—', '%', '_', "'", '.*']) expect(await find(typed), typed).toEqual([])
  })
})
