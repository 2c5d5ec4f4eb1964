import type { Outcome } from '#db/schema/vocabulary.ts'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { versionSeenBy } from '#app/features/appeals/share.ts'
import { getShares, ownShareOf } from '#app/features/appeals/shares.queries.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { anyone, type TestRegion } from './product.ts'

type TestAgency = keyof TestRegion['clerks']

let people = 0

/** An appeal that a person brings by the portal; its id. */
export function fileAppeal(region: TestRegion, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  people += 1
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: '121-автобус кешке келмейді. Кестені сақтауды сұраймын.',
    address: 'Алматы қаласы, Абай даңғылы, 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    email: `applicant${people}@mail.example`,
    language: 'kk',
    ...changes,
  })
  return region.as(anyone, (ctx) => submitAppeal(ctx, input, '192.0.2.200'))
}

/** One that the dispatcher has assigned to an agency; its id. Its version is 2. */
export async function fileAndAssign(
  region: TestRegion,
  changes: Readonly<Record<string, string>> = {},
  agency: TestAgency = 'passenger-transport',
): Promise<string> {
  const id = await fileAppeal(region, changes)
  const agencyId = region.clerks[agency].agencyId ?? ''
  await region.as(region.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId }))
  return id
}

/** The version that stands in the forms for the asker's own share. */
async function versionOf(ctx: TenantContext, id: string): Promise<number> {
  const shares = await getShares(ctx, id)
  return versionSeenBy(await getAppeal(ctx, id), shares, ownShareOf(ctx, shares).id)
}

/** Sends an answer of an agency's clerk for signature, from the version there is now. */
export async function submitTo(
  region: TestRegion,
  id: string,
  words: { outcome: Outcome; text: string },
  agency: TestAgency = 'passenger-transport',
): Promise<void> {
  await region.as(region.clerks[agency], async (ctx) => {
    const version = await versionOf(ctx, id)
    await submitAnswer(ctx, id, { version, similar: 'yes', draftVersion: 0, ...words })
  })
}

/** Has an assigned appeal answered: an agency's clerk writes, its head signs. */
export async function answerAppeal(
  region: TestRegion,
  id: string,
  words: { outcome: Outcome; text: string },
  agency: TestAgency = 'passenger-transport',
): Promise<void> {
  await submitTo(region, id, words, agency)
  await region.as(region.heads[agency], async (ctx) => {
    const version = await versionOf(ctx, id)
    await signAnswer(ctx, id, { version, similar: 'yes' })
  })
}
