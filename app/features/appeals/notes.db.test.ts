import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAndAssign, submitTo } from '#infra/testing/appeals.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { addNote } from './add-note.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'
import { listMentions } from './mentions.queries.server.ts'
import { bePresent, listPresent, visitAppeal } from './presence.server.ts'
import { returnAnswer } from './return-answer.server.ts'
import { getTrackedAppeal } from './tracked-appeal.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const clerk = () => almaty.clerks['passenger-transport']
const aNote = (mention?: string) => ({
  submissionKey: crypto.randomUUID(),
  note: 'Өтініш берушіге қоңырау шалдым',
  mention,
})
const mentionsOf = (person: StaffPrincipal) => almaty.as(person, listMentions)

describe('a note', () => {
  it('is for colleagues who have the appeal, and never for the person who brought it', async () => {
    const id = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => addNote(ctx, id, aNote()))
    const shown = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(shown.timeline.at(-1)).toMatchObject({ event: 'noteAdded', note: aNote().note, by: clerk().name })
    const tracked = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(JSON.stringify(tracked)).not.toContain('қоңырау')
    const journal = await product.database.rows(`select row_to_json(j)::text as row from t_almaty.journal j`)
    expect(JSON.stringify(journal)).not.toContain('қоңырау')
    for (const stranger of [almaty.clerks['housing-utilities'], knowing(id)])
      await expect(almaty.as(stranger, (ctx) => addNote(ctx, id, aNote()))).rejects.toMatchObject({
        name: stranger.kind === 'staff' ? 'NotFound' : 'ForbiddenError',
      })
  })

  it('is one note however often the same page is sent', async () => {
    const id = await fileAndAssign(almaty)
    const same = aNote()
    await Promise.all([1, 2, 3].map(() => almaty.as(clerk(), (ctx) => addNote(ctx, id, same))))
    const rows = await product.database.rows(`select 1 from t_almaty.appeal_note where appeal_id = $1`, [id])
    expect(rows).toHaveLength(1)
  })

  it('is told to the colleague it names until that one opens the appeal', async () => {
    const id = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => addNote(ctx, id, aNote(almaty.dispatcher.id)))
    expect(await mentionsOf(almaty.dispatcher)).toMatchObject([{ appealId: id, by: clerk().name, text: aNote().note }])
    expect(await mentionsOf(clerk())).toEqual([])
    await almaty.as(almaty.dispatcher, (ctx) => visitAppeal(ctx, id))
    expect(await mentionsOf(almaty.dispatcher)).toEqual([])
  })

  it('names nobody who cannot see the appeal', async () => {
    const id = await fileAndAssign(almaty)
    const strangers = [almaty.clerks['housing-utilities'], almaty.admin, shymkent.dispatcher]
    for (const stranger of strangers)
      await expect(almaty.as(clerk(), (ctx) => addNote(ctx, id, aNote(stranger.id)))).rejects.toMatchObject({
        name: 'NotFound',
      })
  })

  it('tells who wrote an answer that it came back', async () => {
    const id = await fileAndAssign(almaty)
    await submitTo(almaty, id, { outcome: 'explained', text: 'Жауап мәтіні, әлі толық емес. Негізі: Заңның 5-бабы.' })
    await almaty.as(almaty.heads['passenger-transport'], async (ctx) => {
      const { version } = await getAppeal(ctx, id)
      await returnAnswer(ctx, id, { version, reason: 'Толықтырыңыз' })
    })
    expect(await mentionsOf(clerk())).toMatchObject([{ appealId: id, text: 'Толықтырыңыз', returned: true }])
  })
})

describe('presence', () => {
  const presentTo = (person: StaffPrincipal, id: string) => almaty.as(person, (ctx) => listPresent(ctx, id))

  it('shows colleagues who have the appeal open and what they do, and forgets who was silent for a minute', async () => {
    const id = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => bePresent(ctx, id, 'editing'))
    expect(await presentTo(almaty.dispatcher, id)).toEqual([{ id: clerk().id, name: clerk().name, doing: 'editing' }])
    expect(await presentTo(clerk(), id), 'nobody is told of themselves').toEqual([])
    almaty.clock.move(new Date(mondayMorning.getTime() + 59_000))
    expect(await presentTo(almaty.dispatcher, id)).toHaveLength(1)
    almaty.clock.move(new Date(mondayMorning.getTime() + 60_000))
    expect(await presentTo(almaty.dispatcher, id)).toEqual([])
    almaty.clock.move(mondayMorning)
  })

  it('is of who may see the appeal, and leaves no trace in the journal', async () => {
    const id = await fileAndAssign(almaty)
    await expect(
      almaty.as(almaty.clerks['housing-utilities'], (ctx) => bePresent(ctx, id, 'viewing')),
    ).rejects.toMatchObject({ name: 'NotFound' })
    const before = await product.database.rows(`select 1 from t_almaty.journal where subject_id = $1`, [id])
    await almaty.as(almaty.dispatcher, (ctx) => visitAppeal(ctx, id))
    const after = await product.database.rows(`select 1 from t_almaty.journal where subject_id = $1`, [id])
    expect(after).toHaveLength(before.length)
  })
})
