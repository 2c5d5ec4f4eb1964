import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import type { Page } from '@playwright/test'
import { readPdf } from '#infra/testing/read-pdf.ts'
import { reasonsFor } from '../fixtures/acts.ts'
import { workingDayIn } from '../fixtures/calendar.ts'
import { anAnswer, anAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { giveAddress, linkMailedTo } from '../fixtures/bodies.ts'
import { agencyName, rowsOf } from '../fixtures/database.ts'
import { addFile } from '../fixtures/files.ts'
import { hostOf } from '../fixtures/house.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { colleagueReading, signIn, type Post } from '../fixtures/people.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const transport = 'passenger-transport'

// An answer that is nearly an earlier one would be stopped: each time and each language has its own. Who writes in English is
// answered in the state language.
const said = {
  kk: [
    'Бағыттағы автобустар саны көбейтілді, аралығы он минут',
    'Қосымша тексеру жүргізілді, жүргізушіге ескерту берілді',
  ],
  ru: [
    'На маршрут выпущены четыре дополнительные машины',
    'Проведена повторная проверка, водитель предупреждён письменно',
  ],
  en: ['Тасымалдаушыға айыппұл салынды, кесте қайта бекітілді', 'Аялдамаға табло орнатылды, қозғалыс бақылауға алынды'],
} as const
const notSolved = { kk: 'Шешілген жоқ', ru: 'Не решён', en: 'It is not solved' } as const

/** Saves the file behind a link, as a person does. */
async function saved(page: Page, link: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).first().click()
  return readFile(await (await waiting).path())
}

/** Every entry of a zip: name to content. */
async function unzipped(content: Buffer): Promise<Map<string, Buffer>> {
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(content)])))
  const entries = new Map<string, Buffer>()
  for (const entry of await zip.getEntries())
    if (!entry.directory) entries.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())))
  await zip.close()
  return entries
}

inEachLanguage((locale) => {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)
  const language = locale === 'ru' ? 'ru' : 'kk'

  test(`a mixed appeal lives its whole legal life, and its bundle has all of it, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    test.setTimeout(180_000)
    const colleague = async (post: Post) => asStaff(await colleagueReading(house, 'almaty', locale, post))
    const chamberMail = await giveAddress(house, 'almaty', 'entrepreneurs')
    const filed = await fileAppeal(house, 'almaty', anAppeal(locale))
    const { appealId, number, dueOn } = filed.receipt
    await addFile(house, 'almaty', filed, `дүңгіршек-${number}.pdf`)
    const desk = `/desk/appeals/${appealId}`
    const kiosk = `Дүңгіршек жолды жауып тұр ${number}`
    const resident = await asResident(hostOf('almaty'))
    const nameOf = (slug: 'passenger-transport' | 'entrepreneurs') => agencyName(house, 'almaty', slug, locale)
    const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

    // Transport leads; the kiosk goes to the chamber, which has no account.
    const dispatcher = await colleague({ role: 'dispatcher' })
    await dispatcher.page.goto(dispatcher.at(desk))
    await dispatcher.page.getByText(t('appeals:split.open'), { exact: true }).click()
    const split = dispatcher.page.locator('form').filter({ has: dispatcher.page.getByLabel(t('appeals:split.lead')) })
    await split.getByLabel(t('appeals:split.lead')).selectOption(await nameOf(transport))
    await split.getByLabel(t('appeals:split.body', { n: '1' })).selectOption(await nameOf('entrepreneurs'))
    await split.getByLabel(t('appeals:split.part', { n: '1' })).fill(kiosk)
    await split.getByRole('checkbox', { name: `дүңгіршек-${number}.pdf` }).check()
    await submit(dispatcher.page, t('appeals:split.send'))
    await expect(dispatcher.page.getByText(t('appeals:done.split'))).toBeVisible()
    await mailTo(house, filed.form.email, t('appeals:mail.split.subject', { number }))

    // The chamber answers by its link.
    const outsider = await asResident(hostOf('almaty'))
    const link = (await linkMailedTo(house, chamberMail, number)).replace('/kk/', `/${locale}/`)
    await outsider.page.goto(outsider.at(link))
    const part = outsider.page.getByRole('main')
    const outside = anAnswer(`Дүңгіршек көшірілді ${number}`, language)
    await part.getByRole('radio', { name: t('appeals:outcome.satisfied'), exact: true }).check()
    await part.getByLabel(t('appeals:foreign.text2')).fill(outside)
    await part.getByLabel(t('appeals:foreign.signerName'), { exact: true }).fill('Үлгі Асан')
    await part.getByLabel(t('appeals:foreign.signerPost'), { exact: true }).fill('Директор')
    await submit(outsider.page, t('appeals:foreign.send'))
    await expect(part).toContainText(t('appeals:foreign.usedText'))

    // Transport needs longer: the clerk drafts, the head approves and signs, the person is told by a letter.
    const clerk = await colleague({ role: 'clerk', agency: transport })
    const reasons = reasonsFor(`жолданым ${number}`, language)
    await clerk.page.goto(clerk.at(desk))
    await clerk.page.getByRole('link', { name: t('acts:kind.extension'), exact: true }).click()
    await clerk.page.getByLabel(t('acts:until.extension')).fill(workingDayIn(50))
    await clerk.page.getByLabel(t('acts:field.text')).fill(reasons)
    await submit(clerk.page, t('acts:draft.save'))
    await expect(clerk.page.getByText(t('acts:done.drafted'))).toBeVisible()
    const head = await colleague({ role: 'agencyHead', agency: transport })
    await head.page.goto(clerk.page.url())
    await submit(head.page, t('acts:approve.send'))
    await submit(head.page, t('acts:sign.send'))
    await expect(head.page.getByText(t('acts:done.signed'))).toBeVisible()
    const extension = await mailTo(house, filed.form.email, t('acts:mail.extension.subject', { number }))
    expect(extension.files.map(({ name }) => name)).toEqual([`act-${number}-1.pdf`])
    await resident.page.goto(resident.at(linkIn(extension)))
    await expect(resident.page.getByRole('main')).toContainText(t('appeals:life.extended'))
    await expect(resident.page.getByRole('main')).toContainText(`${dueOn} → ${workingDayIn(50)}`)

    /** The clerk writes, the head signs; the letter is in the person's mail. Its PDF. */
    const answer = async (words: string) => {
      await clerk.page.goto(clerk.at(desk))
      await clerk.page.getByRole('radio', { name: t('appeals:outcome.satisfied'), exact: true }).check()
      await clerk.page.getByLabel(t('appeals:reply.text')).fill(words)
      await submit(clerk.page, t('appeals:reply.send'))
      await expect(clerk.page.getByText(t('appeals:done.submitted'))).toBeVisible()
      await head.page.goto(head.at(desk))
      await expect(head.page.getByRole('main')).toContainText(words)
      await submit(head.page, t('appeals:sign.send'))
      await expect(head.page.getByText(t('appeals:done.signed'))).toBeVisible()
      let letter: Buffer | undefined
      await expect(async () => {
        await resident.page.goto(resident.at(`/${locale}/appeals/${appealId}`))
        await expect(resident.page.getByRole('main')).toContainText(words, { timeout: 1000 })
        letter = await saved(resident.page, t('letters:list.download'))
        expect((await readPdf(letter)).text).toContain(number)
      }).toPass()
      if (!letter) throw new Error('unreachable')
      return readPdf(letter)
    }

    // Signed, sent, and real to whoever points a camera at it.
    const first = anAnswer(`${said[locale][0]} ${number}`, language)
    const { qrCode } = await answer(first)
    const stranger = await asResident(hostOf('almaty'))
    await stranger.page.goto(qrCode ?? '')
    await expect(stranger.page.getByRole('heading', { name: t('letters:verify.real') })).toBeVisible()
    await expect(stranger.page.getByRole('main')).not.toContainText(filed.form.fullName)

    // Not solved, says the person; a dispatcher decides to have it taken up again.
    const complaint = `Бәрібір өзгерген жоқ ${number}`
    await resident.page
      .getByRole('link', { name: t('ratings:panel.link') })
      .first()
      .click()
    await resident.page.getByRole('radio', { name: notSolved[locale] }).check()
    await resident.page.getByLabel(t('ratings:page.words'), { exact: true }).fill(complaint)
    await submit(resident.page, t('ratings:page.send'))
    await expect(resident.page.getByRole('main')).toContainText(t('appeals:status.reopenRequested'))
    await dispatcher.page.goto(dispatcher.at(desk))
    await expect(dispatcher.page.getByRole('main')).toContainText(complaint)
    await dispatcher.page.getByRole('combobox', { name: t('ratings:desk.body') }).selectOption(await nameOf(transport))
    const why = `Қосымша тексеру қажет ${number}`
    await dispatcher.page.getByLabel(t('ratings:desk.reopenWhy')).fill(why)
    await submit(dispatcher.page, t('ratings:desk.reopen'))
    const reopened = await mailTo(house, filed.form.email, t('ratings:mail.reopened.subject', { number }))
    expect(reopened.text).toContain(why)

    // Answered again: the person has every answer and every letter.
    const second = anAnswer(`${said[locale][1]} ${number}`, language)
    await answer(second)
    const shown = resident.page.getByRole('main')
    for (const words of [first, second, outside, t('appeals:status.answered')]) await expect(shown).toContainText(words)
    await expect(async () => {
      await resident.page.reload()
      await expect(shown.getByRole('link', { name: t('letters:list.download') })).toHaveCount(3, { timeout: 100 })
    }).toPass()

    // The prosecutor gets all of it in one file: every letter, file and row, each with its hash, nothing missing.
    const laptop = await colleague({ role: 'dispatcher' })
    await laptop.page.goto(laptop.at(desk))
    const bundle = await unzipped(await saved(laptop.page, t('bundles:panel.download')))
    const manifest = JSON.parse(bundle.get('manifest.json')?.toString() ?? '{}') as {
      files: { path: string; sha256: string }[]
      missing: unknown[]
    }
    expect(manifest.missing).toEqual([])
    for (const { path, sha256 } of manifest.files.filter(({ path }) => path !== 'manifest.json'))
      expect(
        createHash('sha256')
          .update(bundle.get(path) ?? '')
          .digest('hex'),
        path,
      ).toBe(sha256)
    const below = (folder: string) => [...bundle.keys()].filter((name) => name.startsWith(folder)).toSorted()
    expect(below('letters/')).toEqual([
      `letters/act-${number}-1.pdf`,
      `letters/answer-${number}-1-${transport}.pdf`,
      `letters/answer-${number}-2-${transport}.pdf`,
    ])
    expect(below('files/')).toEqual([`files/001-дүңгіршек-${number}.pdf`])
    const paper = await readPdf(bundle.get(`journal-${number}.pdf`) ?? Buffer.alloc(0))
    for (const words of [filed.form.fullName, kiosk, outside, reasons, first, complaint, why, second])
      expect(paper.text, words).toContain(words)
    const journal = await rowsOf<{ event: string }>(
      house,
      'almaty',
      `select event from journal where subject_id = $1 or refs->>'appealId' = $1`,
      [appealId],
    )
    const record = bundle.get('records/journal.csv')?.toString() ?? ''
    for (const { event } of journal) expect(record, event).toContain(event)
    expect(record.trim().split('\r\n').length - 1, 'a line of the journal each').toBeGreaterThanOrEqual(journal.length)
    const other = await signIn(house, house.people.shymkent.dispatcher)
    expect((await other.ask(`${desk}/bundle.zip`)).status).toBe(404)
    other.close()
  })
})
