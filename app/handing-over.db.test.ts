import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { draftBy } from '#infra/testing/acts.ts'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { shareIdOf } from '#infra/testing/bodies.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { countOpenWork } from '#app/core/open-work.ts'
import { actWork } from './features/acts/public.server.ts'
import { addNote } from './features/appeals/add-note.server.ts'
import { draftAnswer } from './features/appeals/draft-answer.server.ts'
import { getDeskAppeal } from './features/appeals/desk-appeal.queries.server.ts'
import { answerDraftWork, listMentions, mentionWork } from './features/appeals/public.server.ts'
import { handedOverLetter } from './features/staff/public.server.ts'
import { retireStaffMember } from './features/staff/retire-staff-member.server.ts'
import { askTranslation } from './features/translations/ask-translation.server.ts'
import { translationWork } from './features/translations/public.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let leaver: StaffPrincipal
let colleague: StaffPrincipal

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  leaver = await almaty.hire('leaver', 'Кетер Маманов', ['clerk'], 'passenger-transport')
  colleague = await almaty.hire('colleague', 'Қалар Маманова', ['clerk'], 'passenger-transport')
})
afterAll(() => product?.close())

const works = [answerDraftWork, actWork, translationWork, mentionWork]
const key = () => crypto.randomUUID()
const openOf = ({ id }: StaffPrincipal) => almaty.as(almaty.admin, (ctx) => countOpenWork(ctx, works, id))

/** An appeal at which somebody writes an answer, waits for a translation, has drafted an act and was named in a note. */
async function beBusy(who: StaffPrincipal): Promise<string> {
  const id = await fileAndAssign(almaty)
  const words = { outcome: 'satisfied', text: 'Автобус кестемен жүреді.', draftVersion: 0 } as const
  await almaty.as(who, (ctx) => draftAnswer(ctx, id, words))
  await almaty.as(who, (ctx) => askTranslation(ctx, id, { submissionKey: key(), toLanguage: 'ru' }))
  const assignmentId = await shareIdOf(product, id, who.agencyId ?? '')
  await draftBy(almaty, who, id, { kind: 'extension', assignmentId, until: '20.01.2027' })
  await almaty.as(almaty.dispatcher, (ctx) =>
    addNote(ctx, id, { submissionKey: key(), note: 'Қарап шығыңызшы.', mention: who.id }),
  )
  return id
}

const retire = (who: StaffPrincipal, receiverId: string | undefined, version = 1) =>
  almaty.as(almaty.admin, (ctx) => retireStaffMember(ctx, who.id, { submissionKey: key(), version, receiverId }, works))

const eventsOf = ({ id }: StaffPrincipal) =>
  product.database.rows<{ id: string; event: string; refs: Record<string, string>; facts: object }>(
    `select id, event, refs, facts from t_almaty.journal where subject_id = $1 and event ~ 'handedOver|leftWork'`,
    [id],
  )

describe('who leaves with open work', () => {
  it('hands it over to the colleague whom the administrator names, who is told by mail', async () => {
    const id = await beBusy(leaver)
    const all = { answerDrafts: 1, acts: 1, translations: 1, mentions: 1 }
    expect(await openOf(leaver)).toEqual(all)
    await retire(leaver, colleague.id)
    expect([await openOf(leaver), await openOf(colleague)]).toEqual([{}, all])
    const appeal = await almaty.as(colleague, (ctx) => getDeskAppeal(ctx, id))
    expect(appeal.draft).toMatchObject({ text: 'Автобус кестемен жүреді.' })
    expect(await almaty.as(colleague, listMentions)).toMatchObject([{ appealId: id }])

    const [event] = await eventsOf(leaver)
    expect(event).toMatchObject({ event: 'staff.handedOver', facts: all })
    const letter = await almaty.as({ kind: 'system' }, (ctx) =>
      handedOverLetter(ctx, { id: event?.id ?? '', subjectId: leaver.id, refs: { ...event?.refs } }),
    )
    expect(letter?.to).toBe('colleague@almaty.example')
    expect(letter?.text).toContain('Кетер Маманов')
    expect(letter?.text).toContain('Проекты ответов: 1')
  })

  it('leaves it in the pile of the agency where nobody is named, and the journal says so', async () => {
    const id = await beBusy(colleague)
    const open = await openOf(colleague)
    await retire(colleague, undefined)
    expect(await eventsOf(colleague)).toMatchObject([{ event: 'staff.leftWork', facts: open, refs: {} }])
    // Every colleague of the agency has it as ever.
    const appeal = await almaty.as(almaty.clerks['passenger-transport'], (ctx) => getDeskAppeal(ctx, id))
    expect(appeal.draft).toMatchObject({ text: 'Автобус кестемен жүреді.' })
  })

  it('hands nothing over to another agency, another region, who has left, or oneself; and then does not leave', async () => {
    const who = await almaty.hire('stays', 'Қалатын Маманов', ['clerk'], 'passenger-transport')
    await beBusy(who)
    const strangers = [almaty.clerks['housing-utilities'], shymkent.clerks['passenger-transport'], leaver, who]
    for (const stranger of strangers)
      await expect(retire(who, stranger.id)).rejects.toMatchObject({
        fields: { receiverId: 'staff:error.noColleague' },
      })
    const [row] = await product.database.rows<object>('select retired_at from t_almaty.staff_member where id = $1', [
      who.id,
    ])
    expect(row).toEqual({ retired_at: null })
  })

  it('without any says nothing of it', async () => {
    const idle = await almaty.hire('idle', 'Бос Маманов', ['clerk'], 'passenger-transport')
    await retire(idle, undefined)
    expect(await eventsOf(idle)).toEqual([])
  })
})
