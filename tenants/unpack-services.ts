import { uuidv7 } from 'uuidv7'
import type { TenantDb } from '#db/connect.ts'
import type { Pack } from './packs/schema.ts'

/** What people bring, where they may come, and who interprets. `idOf` gives an agency's id by its slug. */
export async function unpackServices(db: TenantDb, pack: Pack, idOf: (agency: string) => string): Promise<void> {
  const named = ({ kk, ru, en }: Pack['centre']) => ({ nameKk: kk, nameRu: ru, nameEn: en })
  if (pack.categories.length > 0) {
    await db
      .insertInto('category')
      .values(
        pack.categories.map(({ slug, agency, legalKind, name, words = '' }, position) => ({
          id: uuidv7(),
          slug,
          agencyId: idOf(agency),
          legalKind,
          ...named(name),
          words,
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
  if (pack.districts.length > 0) {
    await db
      .insertInto('district')
      .values(
        pack.districts.map(({ slug, name, words = '' }, position) => ({
          id: uuidv7(),
          slug,
          ...named(name),
          words,
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
  if (pack.priorityGroups.length > 0) {
    await db
      .insertInto('priorityGroup')
      .values(
        pack.priorityGroups.map(({ name, creditMinutes }, position) => ({
          id: uuidv7(),
          ...named(name),
          creditMinutes,
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
  for (const [position, { slug, name, address, opening, desks, queues }] of pack.halls.entries()) {
    const hallId = uuidv7()
    await db
      .insertInto('hall')
      .values({
        id: hallId,
        slug,
        ...named(name),
        addressKk: address.kk,
        addressRu: address.ru,
        addressEn: address.en,
        opening: JSON.stringify(opening),
        position,
        retiredAt: null,
      })
      .execute()
    if (desks.length > 0) {
      await db
        .insertInto('desk')
        .values(
          desks.map(({ label, agency }, at) => ({
            id: uuidv7(),
            hallId,
            agencyId: idOf(agency),
            label,
            position: at,
            retiredAt: null,
          })),
        )
        .execute()
    }
    if (queues.length > 0) {
      await db
        .insertInto('hallService')
        .values(
          queues.map(({ letter, agency, name: queueName, promiseMinutes }, at) => ({
            id: uuidv7(),
            hallId,
            agencyId: idOf(agency),
            ...named(queueName),
            letter,
            promiseMinutes,
            position: at,
            retiredAt: null,
          })),
        )
        .execute()
    }
  }
  if (pack.interpreters.length > 0) {
    await db
      .insertInto('interpreter')
      .values(
        pack.interpreters.map((interpreter, position) => ({
          id: uuidv7(),
          ...interpreter,
          phone: null,
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
}
