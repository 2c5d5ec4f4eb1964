import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { contestShare } from '#app/features/appeals/contest-share.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { shareLinkLetter } from '#app/features/appeals/share-mails.server.ts'
import { splitAppeal } from '#app/features/appeals/split-appeal.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { fileAppeal } from './appeals.ts'
import type { TestProduct, TestRegion } from './product.ts'

type Slug = 'passenger-transport' | 'housing-utilities'

export const answerWords = { outcome: 'satisfied', text: 'Мәселе шешілді. Негіз: Заңның 5-бабы.' } as const
export const lightPart = 'Аулада жарық жоқ, шамды жөндеу керек.'
export const liftPart = 'Кәсіпкер лифтіге жарнама іліп қойған.'

/** Agencies of a region by their slugs. */
export async function agencyIds(product: TestProduct, region: 'almaty' | 'shymkent') {
  const rows = await product.database.rows<{ slug: string; id: string }>(`select slug, id from t_${region}.agency`)
  return (slug: string): string => {
    const found = rows.find((row) => row.slug === slug)
    if (!found) throw new Error(`${region} has no agency ${slug}`)
    return found.id
  }
}

/** A new appeal that the dispatcher splits: transport leads, housing joins, the entrepreneurs' chamber is forwarded to. */
export async function fileAndSplit(region: TestRegion, idOf: (slug: string) => string): Promise<string> {
  const id = await fileAppeal(region)
  await region.as(region.dispatcher, (ctx) =>
    splitAppeal(ctx, id, {
      version: 1,
      lead: idOf('passenger-transport'),
      parts: [
        { agencyId: idOf('housing-utilities'), part: lightPart },
        { agencyId: idOf('entrepreneurs'), part: liftPart },
      ],
      files: [],
    }),
  )
  return id
}

/** The version of an appeal as an agency's people see it now. */
export const shareVersion = async (region: TestRegion, id: string, agency: Slug) =>
  (await region.as(region.clerks[agency], (ctx) => getDeskAppeal(ctx, id))).shareVersion

export const versionOf = async (region: TestRegion, id: string) =>
  (await region.as(region.dispatcher, (ctx) => getAppeal(ctx, id))).version

/** A clerk of the agency sends an answer for signature. */
export async function submitPart(region: TestRegion, id: string, agency: Slug): Promise<void> {
  const version = await shareVersion(region, id, agency)
  await region.as(region.clerks[agency], async (ctx) => {
    const { draft } = await getDeskAppeal(ctx, id)
    await submitAnswer(ctx, id, { version, draftVersion: draft?.version ?? 0, similar: 'yes', ...answerWords })
  })
}

/** Its head signs what was sent. */
export async function signPart(region: TestRegion, id: string, agency: Slug): Promise<void> {
  const version = await shareVersion(region, id, agency)
  await region.as(region.heads[agency], (ctx) => signAnswer(ctx, id, { version, similar: 'yes' }))
}

/** A clerk of the agency says that it is not theirs but `right`'s. */
export async function contestPart(region: TestRegion, id: string, agency: Slug, right: string | null): Promise<void> {
  const version = await shareVersion(region, id, agency)
  await region.as(region.clerks[agency], (ctx) =>
    contestShare(ctx, id, { version, rightAgency: right, reason: 'Бұл біздің құзыретімізде емес.' }),
  )
}

/** A share of an appeal, by its agency. */
export async function shareIdOf(product: TestProduct, id: string, agencyId: string): Promise<string> {
  const [row] = await product.database.rows<{ id: string }>(
    `select id from t_almaty.assignment where appeal_id = $1 and agency_id = $2 and withdrawn_at is null`,
    [id, agencyId],
  )
  return row?.id ?? ''
}

/** The newest link to a share: its id, and the key in the mail where one was sent. */
export async function linkTo(
  product: TestProduct,
  shareId: string,
): Promise<{ id: string; key: string; text: string }> {
  const [row] = await product.database.rows<{ id: string }>(
    `select id from t_almaty.share_link where assignment_id = $1 order by id desc limit 1`,
    [shareId],
  )
  if (!row) return { id: '', key: '', text: '' }
  const { id } = row
  const letter = await product.almaty.as({ kind: 'system' }, (ctx) => shareLinkLetter(ctx, id))
  const href = /http\S+/.exec(letter?.text ?? '')?.[0]
  return { id, key: href ? (new URL(href).searchParams.get('key') ?? '') : '', text: letter?.text ?? '' }
}
