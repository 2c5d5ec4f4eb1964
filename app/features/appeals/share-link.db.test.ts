import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { listAttachments } from '#app/features/attachments/public.server.ts'
import { NotFound, TooManyTries } from '#app/core/errors.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { agencyIds, answerWords, fileAndSplit, liftPart, linkTo, shareIdOf, versionOf } from '#infra/testing/bodies.ts'
import {
  anyone,
  knowing,
  mondayMorning,
  openTestProduct,
  type TestProduct,
  type TestRegion,
} from '#infra/testing/product.ts'
import { pdf } from '#infra/testing/sample-files.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { answerByLink } from './answer-by-link.server.ts'
import { contestByLink } from './contest-share.server.ts'
import { keepShare, redirectShare } from './decide-contest.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'
import { addAnswerFiles, allowAnswerFiles } from './answer-files.server.ts'
import { getForeignPart, shareOfLink } from './foreign-part.queries.server.ts'
import { forwardAppeal } from './forward-appeal.server.ts'
import { renewShareLink, revokeShareLink } from './send-share-link.server.ts'
import { openShareLink } from './share-link.server.ts'
import { getTrackedAppeal } from './tracked-appeal.queries.server.ts'
import { withdrawAppeal } from './withdraw-appeal.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let idOf: (slug: string) => string
let address = 0

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  idOf = await agencyIds(product, 'almaty')
  await product.database.rows(`update t_almaty.agency set email = 'chamber@body.example' where slug = 'entrepreneurs'`)
})
beforeEach(() => (address += 1))
afterAll(() => product?.close())

const signed = { ...answerWords, signerName: 'Үлгі Асан', signerPost: 'Директор' }

/** A split appeal, the chamber's share of it, and the link that was mailed. */
async function forwarded() {
  const id = await fileAndSplit(almaty, idOf)
  const assignmentId = await shareIdOf(product, id, idOf('entrepreneurs'))
  return { id, assignmentId, link: await linkTo(product, assignmentId) }
}

const open = (link: { id: string }, key: string, region = almaty) =>
  region.as(anyone, (ctx) => openShareLink(ctx, link.id, key, `192.0.2.${address}`))
const pageOf = (linkId: string) => almaty.as(knowing(linkId), (ctx) => getForeignPart(ctx, linkId))
const answer = (linkId: string, changes: object = {}) =>
  almaty.as(knowing(linkId), (ctx) => answerByLink(ctx, linkId, { ...signed, ...changes }))
const refused = (key: string) => ({ reason: { key: `appeals:error.${key}` } })

/** Does `work` at another moment. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  almaty.clock.move(new Date(moment))
  return work().finally(() => almaty.clock.move(mondayMorning))
}

describe('the link of a body without accounts', () => {
  it('goes to the address of the body, in Kazakh and Russian, and says nothing of the matter', async () => {
    const { link } = await forwarded()
    expect(link.key).toMatch(/^[0-9A-Z]{26}$/)
    expect(link.text).toContain(`/kk/parts/${link.id}/open?key=`)
    expect(link.text).toContain(`/ru/parts/${link.id}/open?key=`)
    expect(link.text).toContain('07.12.2026 09:00')
    for (const secret of [liftPart, 'Сынақова', '900515300018']) expect(link.text).not.toContain(secret)
  })

  it('is opened by its key alone: not another’s, not in another region, not by guessing', async () => {
    const [one, other] = [await forwarded(), await forwarded()]
    await open(one.link, one.link.key)
    for (const wrong of [other.link.key, '', one.link.key.slice(1)])
      await expect(open(one.link, wrong)).rejects.toBeInstanceOf(NotFound)
    await expect(open(one.link, one.link.key, shymkent)).rejects.toBeInstanceOf(NotFound)
    for (let tries = 0; tries < 7; tries += 1) await expect(open(one.link, 'wrong')).rejects.toBeInstanceOf(NotFound)
    await expect(open(one.link, one.link.key)).rejects.toBeInstanceOf(TooManyTries)
  })

  it('shows the words of the part and where it happened, and never who brought it', async () => {
    const { link } = await forwarded()
    const page = await pageOf(link.id)
    expect(page).toMatchObject({ state: 'open', part: { text: liftPart, files: [], dueOn: '14.12.2026' } })
    for (const secret of ['Сынақова', '900515300018', 'mail.example', '121-автобус', 'Абай'])
      expect(JSON.stringify(page)).not.toContain(secret)
    await expect(almaty.as(anyone, (ctx) => getForeignPart(ctx, link.id))).rejects.toBeInstanceOf(NotFound)
    await expect(shymkent.as(knowing(link.id), (ctx) => getForeignPart(ctx, link.id))).rejects.toBeInstanceOf(NotFound)
    await expect(
      almaty.as(knowing(link.id), (ctx) => getTrackedAppeal(ctx, link.id)),
      'it is no way to the appeal',
    ).rejects.toBeInstanceOf(NotFound)
  })

  it('is not made for a body that has somebody who signs in here', async () => {
    const id = await fileAppeal(almaty)
    await almaty.hire('revenue', 'Салық Маманы', ['clerk'], 'state-revenue')
    await almaty.as(almaty.dispatcher, (ctx) =>
      forwardAppeal(ctx, id, { version: 1, forwardTo: idOf('state-revenue') }),
    )
    const share = await shareIdOf(product, id, idOf('state-revenue'))
    expect(await product.database.rows('select 1 from t_almaty.share_link where assignment_id = $1', [share])).toEqual(
      [],
    )
  })

  it('without an address is said to be unsent, and is sent once there is one', async () => {
    const id = await fileAppeal(almaty)
    await almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: idOf('emergency') }))
    const share = await shareIdOf(product, id, idOf('emergency'))
    expect((await linkTo(product, share)).text).toBe('')
    const shown = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(shown.shares).toMatchObject([{ link: { sentTo: '', state: 'usable' }, canSendLink: true }])
    await product.database.rows(`update t_almaty.agency set email = 'help@body.example' where slug = 'emergency'`)
    await almaty.as(almaty.dispatcher, (ctx) => renewShareLink(ctx, id, { version: 2, assignmentId: share }))
    expect((await linkTo(product, share)).text).toContain('/kk/parts/')
  })
})

describe('an answer by a link', () => {
  it('is one, signed by name and post, with its files, and the person gets it', async () => {
    const { id, link } = await forwarded()
    await almaty.as(knowing(link.id), async (ctx) => {
      const sent = await sentForm(ctx, { 'акт.pdf': pdf() })
      await addAnswerFiles(ctx, link.id, sent).finally(sent.drop)
    })
    await answer(link.id)
    const shown = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(shown.answers).toMatchObject([
      { text: signed.text, signer: 'Үлгі Асан, Директор', files: [{ name: 'акт.pdf' }] },
    ])
    expect(shown.files, 'not among the person’s own').toEqual([])
    expect(await pageOf(link.id)).toMatchObject({ state: 'used', part: undefined, answer: { text: signed.text } })
    expect(await almaty.as(knowing(link.id), (ctx) => listAttachments(ctx, { draftId: link.id }))).toEqual([])
  })

  it('sent again is taken already, and another one is refused, also at the same moment', async () => {
    const { id, link } = await forwarded()
    const results = await Promise.allSettled([
      answer(link.id),
      answer(link.id),
      answer(link.id, { outcome: 'refused' }),
    ])
    const kinds = results.map(({ status }) => status)
    expect(kinds.filter((kind) => kind === 'rejected').length).toBeGreaterThan(0)
    const answers = await product.database.rows<{ outcome: string }>(
      'select outcome from t_almaty.answer where appeal_id = $1',
      [id],
    )
    expect(answers).toHaveLength(1)
    const given = { outcome: answers[0]?.outcome }
    await answer(link.id, given)
    await expect(answer(link.id, { ...given, text: `${signed.text} Тағы.` })).rejects.toMatchObject(
      refused('link.used'),
    )
    await expect(almaty.as(knowing(link.id), (ctx) => allowAnswerFiles(ctx, link.id))).rejects.toMatchObject(
      refused('link.used'),
    )
  })

  it('is not for who has not opened the link, nor for staff, nor for the person', async () => {
    const { id, link } = await forwarded()
    for (const who of [anyone, knowing(id), almaty.dispatcher])
      await expect(almaty.as(who, (ctx) => answerByLink(ctx, link.id, signed))).rejects.toBeInstanceOf(NotFound)
    const other = await forwarded()
    await expect(almaty.as(knowing(other.link.id), (ctx) => answerByLink(ctx, link.id, signed))).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('comes too late when the link has expired, and says so; a new link opens, the old one does not', async () => {
    const { id, assignmentId, link } = await forwarded()
    await at('2026-12-07T04:00:01Z', async () => {
      await expect(answer(link.id)).rejects.toMatchObject(refused('link.expired'))
      expect(await pageOf(link.id)).toMatchObject({ state: 'expired', part: undefined })
      await almaty.as(almaty.dispatcher, async (ctx) =>
        renewShareLink(ctx, id, { version: await versionOf(almaty, id), assignmentId }),
      )
      await expect(answer(link.id)).rejects.toMatchObject(refused('link.revoked'))
      const renewed = await linkTo(product, assignmentId)
      expect(renewed.key).not.toBe(link.key)
      await answer(renewed.id)
    })
  })

  it('is refused once a dispatcher revoked the link; renewing and revoking are a dispatcher’s', async () => {
    const { id, assignmentId, link } = await forwarded()
    const revoke = (who: Parameters<TestRegion['as']>[0]) =>
      almaty.as(who, (ctx) => revokeShareLink(ctx, id, { version: 2, assignmentId }))
    await expect(revoke(almaty.clerks['passenger-transport'])).rejects.toBeInstanceOf(ForbiddenError)
    await expect(revoke(knowing(link.id))).rejects.toBeInstanceOf(NotFound)
    await revoke(almaty.dispatcher)
    await expect(answer(link.id)).rejects.toMatchObject(refused('link.revoked'))
    await expect(almaty.as(knowing(link.id), (ctx) => shareOfLink(ctx, link.id))).rejects.toMatchObject(
      refused('link.revoked'),
    )
    await expect(revoke(almaty.dispatcher)).rejects.toMatchObject(refused('changedMeanwhile'))
  })

  it('is refused where the person took the appeal back, or the part went elsewhere', async () => {
    const [gone, moved] = [await forwarded(), await forwarded()]
    await almaty.as(knowing(gone.id), (ctx) =>
      withdrawAppeal(ctx, gone.id, { submissionKey: crypto.randomUUID(), reason: '' }),
    )
    await almaty.as(almaty.dispatcher, (ctx) =>
      redirectShare(ctx, moved.id, {
        version: 2,
        assignmentId: moved.assignmentId,
        toAgency: idOf('police'),
        why: 'Қате жіберілген',
      }),
    )
    for (const { link } of [gone, moved]) {
      await expect(answer(link.id)).rejects.toMatchObject(refused('notAnswerable'))
      expect(await pageOf(link.id)).toMatchObject({ state: 'gone', part: undefined })
    }
  })
})

describe('"not ours" by a link', () => {
  const words = { reason: 'Лифт ПИК құзыретінде.', contestName: 'Үлгі Асан', contestPost: 'Директор' }

  it('goes to the dispatcher under the typed name; kept, the same link answers', async () => {
    const { id, assignmentId, link } = await forwarded()
    const contest = () =>
      almaty.as(knowing(link.id), (ctx) => contestByLink(ctx, link.id, { ...words, rightAgency: null }))
    await Promise.all([contest(), contest()])
    expect(await pageOf(link.id)).toMatchObject({ state: 'contested' })
    const { shares } = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(shares.find(({ id }) => id === assignmentId)).toMatchObject({
      contest: { by: 'Үлгі Асан, Директор', reason: words.reason, rightId: '' },
    })
    await expect(answer(link.id)).rejects.toMatchObject(refused('notAnswerable'))
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => keepShare(ctx, id, { version: 2, assignmentId, why: 'Сіздікі' })),
      'a form from before is told that the body was faster',
    ).rejects.toMatchObject(refused('changedByBody'))
    await almaty.as(almaty.dispatcher, async (ctx) =>
      keepShare(ctx, id, { version: await versionOf(almaty, id), assignmentId, why: 'Сіздікі' }),
    )
    await answer(link.id)
  })
})
