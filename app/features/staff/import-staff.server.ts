import { createHash } from 'node:crypto'
import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { isEmptyRow, readCsv } from '#app/core/tables/csv.ts'
import { UnreadableTable } from '#app/core/tables/table.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import { languageMeant, linesOf, mostPeople, roleMeant, type ImportCells } from './import-staff.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { InviteStaff } from './staff.schema.ts'

/** A line of a list of people: whom it would invite, or what is wrong with it, in the asker's language. */
export interface JudgedLine {
  readonly line: number
  readonly cells: ImportCells
  readonly problems: readonly string[]
}

/**
 * What each line of a pasted or saved list of people comes to; nobody is invited yet. Throws ForbiddenError, InvalidInput
 * where it is no list or too long.
 */
export async function judgeStaffList(ctx: TenantContext, text: string): Promise<JudgedLine[]> {
  authorize(ctx.ability, 'invite', 'StaffMember')
  return (await readList(ctx, text, 'judged')).map(({ line, cells, problems }) => ({ line, cells, problems }))
}

/**
 * Invites everybody of a list whose line is right, each once, however often the same list is sent; how many there are. The
 * others are left out: the report has said why. Throws as `judgeStaffList`.
 */
export async function inviteStaffList(ctx: TenantContext, text: string, submissionKey: string): Promise<number> {
  authorize(ctx.ability, 'invite', 'StaffMember')
  const lines = (await readList(ctx, text, submissionKey)).flatMap(({ input }) => input ?? [])
  let invited = 0
  for (const input of lines) {
    // One that somebody invited meanwhile is left as it is.
    const taken = await inviteStaff(ctx, input).then(
      () => false,
      (error: unknown) => {
        if (error instanceof InvalidInput) return true
        throw error
      },
    )
    if (!taken) invited += 1
  }
  return invited
}

interface ReadLine extends JudgedLine {
  /** Undefined where something is wrong. */
  readonly input: InviteStaff | undefined
}

async function readList(ctx: TenantContext, text: string, submissionKey: string): Promise<ReadLine[]> {
  const lines = linesOf(await rowsOf(text), ctx.texts)
  if (lines.length === 0) throw new InvalidInput({ list: 'staff:import.error.empty' })
  if (lines.length > mostPeople)
    throw new InvalidInput({ list: { key: 'staff:import.error.long', values: { most: mostPeople } } })
  const agencies = await namesOfAgencies(ctx)
  const known = await knownAddresses(ctx)
  const above = new Set<string>()
  return lines.map(({ line, cells }) => {
    const role = roleMeant(cells.role, ctx.texts)
    const agencyId = agencies.get(folded(cells.agency))
    const language = cells.language === '' ? ctx.locale : languageMeant(cells.language)
    const checked = InviteStaff.safeParse({
      submissionKey: keyOf(submissionKey, cells),
      fullName: cells.name,
      email: cells.email,
      role,
      agencyId,
      locale: language,
    })
    const email = checked.data?.email ?? cells.email.toLowerCase()
    const problems = [
      ...(checked.error?.issues.map(({ message }) => ctx.t(message)) ?? []),
      ...(cells.agency !== '' && !agencyId ? [ctx.t('staff:import.error.agency')] : []),
      ...(known.has(email) ? [ctx.t('staff:error.emailTaken')] : []),
      ...(above.has(email) ? [ctx.t('staff:import.error.twice')] : []),
    ]
    above.add(email)
    return { line, cells, problems: [...new Set(problems)], input: problems.length === 0 ? checked.data : undefined }
  })
}

async function rowsOf(text: string): Promise<string[][]> {
  const rows: string[][] = []
  try {
    for await (const row of readCsv([new TextEncoder().encode(text)] as never)) {
      if (rows.length > mostPeople * 2) break
      rows.push(isEmptyRow(row) ? [] : row)
    }
  } catch (error) {
    if (error instanceof UnreadableTable) throw new InvalidInput({ list: 'staff:import.error.unreadable' })
    throw error
  }
  return rows
}

/** The same line of the same form is the same invitation. As a UUID, as forms carry them. */
function keyOf(submissionKey: string, cells: ImportCells): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([submissionKey, cells.email.toLowerCase()]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Agencies by what people call them: each name in use, in each language, and the slug. */
async function namesOfAgencies(ctx: TenantContext): Promise<Map<string, string>> {
  const used = new Set((await agencyDirectory(ctx)).flatMap(({ id, retired }) => (retired ? [] : id)))
  const rows = await ctx.db
    .selectFrom('agency')
    .innerJoin('agencyName', 'agencyName.agencyId', 'agency.id')
    .select(['agency.id', 'agency.slug', 'agencyName.nameKk', 'agencyName.nameRu', 'agencyName.nameEn'])
    .orderBy('agencyName.validFrom')
    .execute()
  return new Map(
    rows
      .filter(({ id }) => used.has(id))
      .flatMap(({ id, ...names }) => Object.values(names).map((name) => [folded(name), id] as const)),
  )
}

/** Addresses that have an account here, or an invitation that is still open. */
async function knownAddresses({ db, clock }: TenantContext): Promise<Set<string>> {
  const accounts = await coreTablesOf(db).selectFrom('authUser').select('email').execute()
  const invited = await db
    .selectFrom('invitation')
    .select('email')
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .execute()
  return new Set([...accounts, ...invited].map(({ email }) => email.toLowerCase()))
}
