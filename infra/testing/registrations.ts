import { registerAppeal } from '#app/features/registrations/register-appeal.server.ts'
import { RegisterAppeal } from '#app/features/registrations/registrations.schema.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TestRegion } from './product.ts'

/** A letter as it is typed in on a Monday morning in Almaty. */
export const aLetter: Readonly<Record<string, string>> = {
  channel: 'post',
  receivedOn: '23.11.2026',
  receivedTime: '08:40',
  language: 'kk',
  meant: 'request',
  text: 'Аулада жарық жоқ, шамды жөндеуді сұраймыз.',
  kind: 'person',
  fullName: 'Үлгіұлы Асан',
  iin: '900515300018',
  address: 'Алматы қаласы, Абай даңғылы, 10',
  answerChannels: 'post',
}

/** What somebody of the staff registers, with these changes to the letter; its id. */
export const register = (
  region: TestRegion,
  registrar: StaffPrincipal,
  changes: Readonly<Record<string, string>> = {},
  key: string = crypto.randomUUID(),
): Promise<string> =>
  region.as(registrar, (ctx) => registerAppeal(ctx, RegisterAppeal.parse({ ...aLetter, ...changes }), key))
