import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'

/** What an interpreter can do, as the administrator's pages show it. */
export interface AdminInterpreter {
  readonly id: string
  readonly fullName: string
  /** ISO 639 codes */
  readonly languages: readonly string[]
  readonly signLanguage: boolean
  readonly onSite: boolean
  readonly remote: boolean
  /** E.164 */
  readonly phone: string | null
  readonly version: number
  readonly retired: boolean
}

/** The region's interpreters in its order; a search looks at names and languages. Throws ForbiddenError. */
export async function listAdminInterpreters(ctx: TenantContext, wish: ListWish): Promise<AdminInterpreter[]> {
  authorize(ctx.ability, 'configure', 'Interpreter')
  const finds = searchFor(wish.search)
  const rows = await ctx.db.selectFrom('interpreter').selectAll().orderBy('position').orderBy('id').execute()
  return rows
    .map(shown)
    .filter(
      ({ retired, fullName, languages }) =>
        retired === (wish.show === 'retired') &&
        finds(fullName, ...languages.map((code) => ctx.t(`interpreters:language.${code}`))),
    )
}

/** One interpreter. Throws ForbiddenError, NotFound. */
export async function getAdminInterpreter(ctx: TenantContext, id: string): Promise<AdminInterpreter> {
  authorize(ctx.ability, 'configure', 'Interpreter')
  const row = await ctx.db.selectFrom('interpreter').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('Interpreter')
  return shown(row)
}

function shown(row: Omit<AdminInterpreter, 'retired'> & { retiredAt: Date | null }): AdminInterpreter {
  const { id, fullName, languages, signLanguage, onSite, remote, phone, version, retiredAt } = row
  return { id, fullName, languages, signLanguage, onSite, remote, phone, version, retired: retiredAt !== null }
}
