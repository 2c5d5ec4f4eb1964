import { randomUUID } from 'node:crypto'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { inviteStaffList, judgeStaffList } from './import-staff.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

const judge = (text: string) => almaty.as(almaty.admin, (ctx) => judgeStaffList(ctx, text))
const invite = (text: string, key: string = randomUUID()) =>
  almaty.as(almaty.admin, (ctx) => inviteStaffList(ctx, text, key))
const invited = () =>
  product.database.rows<{ email: string; roles: string[]; locale: string; agency: string | null }>(
    `select i.email, i.roles, i.locale, a.slug as agency from t_almaty.invitation i
      left join t_almaty.agency a on a.id = i.agency_id order by i.email`,
  )

describe('a list of people', () => {
  it('is read by its headings, in any order and language, or in the usual order without them', async () => {
    const withHeadings = 'Роль;Электронная почта;Орган;Фамилия, имя, отчество\nДиспетчер;d@new.example;;Асанов Асан\n'
    expect(await judge(withHeadings)).toEqual([
      {
        line: 2,
        cells: { name: 'Асанов Асан', email: 'd@new.example', role: 'Диспетчер', agency: '', language: '' },
        problems: [],
      },
    ])
    const pasted =
      'Әсел Үлгі\tasel@new.example\tМаман\tЖолаушылар көлігі\tkk\n\nҮлгі Басшы\thead@new.example\tагенттік\t\t\n'
    const [first, second] = await judge(pasted)
    expect(first?.cells).toMatchObject({ name: 'Әсел Үлгі', role: 'Маман' })
    expect(second).toMatchObject({ line: 3, problems: ['Рөлін таңдаңыз'] })
  })

  it('says of each line what is wrong with it', async () => {
    const [{ name: agency } = { name: '' }] = await product.database.rows<{ name: string }>(
      `select n.name_ru as name from t_almaty.agency_name n join t_almaty.agency a on a.id = n.agency_id
        where a.slug = 'passenger-transport'`,
    )
    const lines = await judge(
      [
        `Иванов Иван;ivan@new.example;специалист;${agency.toUpperCase()};ru`,
        'Петров Пётр;ivan@new.example;диспетчер;;ru',
        'Без Органа;one@new.example;clerk;;',
        'Не Тот Орган;two@new.example;clerk;Министерство магии;',
        'Есть Уже;dispatcher@almaty.example;dispatcher;;',
        'Я;не почта;dispatcher;;татарша',
      ].join('\n'),
    )
    expect(lines.map(({ problems }) => problems.length)).toEqual([0, 1, 1, 2, 1, 3])
    expect(lines[1]?.problems[0]).toBe('Бұл пошта тізімде жоғарыда бар')
    expect(lines[3]?.problems).toContain('Мұндай орган жоқ')
    expect(await invited()).toEqual([])
  })

  it('invites whose line is right, each once, however often it is sent', async () => {
    const list =
      'Ақ Ниет;aq@new.example;dispatcher;;ru\nҚара Ниет;;dispatcher;;\nКөк Ниет;KOK@new.example;regionAdmin;;\n'
    const key = randomUUID()
    expect(await invite(list, key)).toBe(2)
    // The second time they are known, and the first ones stay as they are.
    await invite(list, key)
    expect(await invited()).toEqual([
      { email: 'aq@new.example', roles: ['dispatcher'], locale: 'ru', agency: null },
      { email: 'kok@new.example', roles: ['regionAdmin'], locale: 'kk', agency: null },
    ])
    const mails = await product.database.rows(`select id from t_almaty.outbox where event = 'staff.invited'`)
    expect(mails).toHaveLength(2)
  })

  it('is refused where it is none, broken or too long', async () => {
    await expect(judge(' \n;;\n')).rejects.toMatchObject({ fields: { list: 'staff:import.error.empty' } })
    await expect(judge('a;b\n1;"c')).rejects.toMatchObject({ fields: { list: 'staff:import.error.unreadable' } })
    const long = Array.from({ length: 501 }, (_, at) => `Адам ${at};a${at}@new.example;dispatcher;;`).join('\n')
    await expect(judge(long)).rejects.toMatchObject({ fields: { list: { key: 'staff:import.error.long' } } })
  })

  it('is an administrator’s alone, and names only what stands in the own region', async () => {
    for (const who of [almaty.dispatcher, almaty.clerks['passenger-transport']]) {
      await expect(almaty.as(who, (ctx) => judgeStaffList(ctx, 'a;b'))).rejects.toBeInstanceOf(ForbiddenError)
      await expect(almaty.as(who, (ctx) => inviteStaffList(ctx, 'a;b', randomUUID()))).rejects.toBeInstanceOf(
        ForbiddenError,
      )
    }
    const { shymkent } = product
    const known = await shymkent.as(shymkent.admin, (ctx) =>
      judgeStaffList(ctx, 'Есть Там;aq@new.example;dispatcher;;'),
    )
    expect(known[0]?.problems).toEqual([])
  })
})
