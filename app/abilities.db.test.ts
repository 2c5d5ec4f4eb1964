import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { AppealStatus, StaffRole } from '#db/schema/vocabulary.ts'
import { mondayMorning, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { abilityFor } from './abilities.server.ts'
import { accessible } from './core/access/accessible.server.ts'
import { may } from './core/access/authorize.ts'
import { permissionsOf } from './core/access/permissions.ts'
import type { Principal } from './core/access/principal.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const agencyIds = ['agency-a', 'agency-b', 'agency-c']
const appealIds = Array.from({ length: 30 }, (_unused, index) => `appeal-${index}`)
const roles = [
  'dispatcher',
  'clerk',
  'agencyHead',
  'centreHead',
  'regionAdmin',
  'receptionist',
  'mediator',
] as const satisfies readonly StaffRole[]

const principal: fc.Arbitrary<Principal> = fc.oneof(
  fc
    .record({
      kind: fc.constant('staff' as const),
      id: fc.constant('someone'),
      name: fc.constant('Біреу'),
      roles: fc.subarray([...roles]),
      agencyId: fc.constantFrom(...agencyIds, null),
      locale: fc.constant('kk' as const),
    })
    .map((person) => ({ ...person, permissions: permissionsOf(person.roles) })),
  fc.record({ kind: fc.constant('resident' as const), grantedIds: fc.subarray(appealIds) }),
  fc.constant({ kind: 'system' as const }),
  fc.constant({ kind: 'platform' as const, id: 'p', name: 'P', roles: ['platformOperator' as const] }),
)

const appeals = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...appealIds),
    agencyIds: fc.subarray(agencyIds),
    status: fc.constantFrom<AppealStatus>('registered', 'forwarded', 'awaitingSignature', 'answered'),
  }),
  { selector: (appeal) => appeal.id, minLength: 1, maxLength: 30 },
)

describe('a list shows exactly the rows that the rules allow', () => {
  it.each(['read', 'classify', 'assign', 'forward', 'draft', 'sign', 'note'] as const)(
    'when somebody wants to %s',
    async (action) => {
      const { tenant } = product.almaty
      await fc.assert(
        fc.asyncProperty(principal, appeals, async (principal, appeals) => {
          const ability = abilityFor(principal)
          const rolledBack = new Error('rolled back')
          let listed: string[] = []
          await product.installation.database
            .withTenant(tenant, async (db) => {
              await db
                .insertInto('applicant')
                .values({ id: 'p', fullName: 'Ә', iin: '', address: '', email: '', createdAt: mondayMorning })
                .execute()
              await db
                .insertInto('appeal')
                .values(
                  appeals.map((appeal) => ({
                    ...appeal,
                    closedAt: appeal.status === 'answered' ? mondayMorning : null,
                    number: null,
                    legalKind: 'application' as const,
                    language: 'kk' as const,
                    channel: 'portal' as const,
                    applicantId: 'p',
                    receivedAt: mondayMorning,
                    registeredOn: '2026-11-23',
                    dueOn: '2026-12-14',
                    dueAt: mondayMorning,
                    submissionKey: appeal.id,
                    accessSalt: '',
                    createdAt: mondayMorning,
                    updatedAt: mondayMorning,
                  })),
                )
                .execute()
              const rows = await db
                .selectFrom('appeal')
                .select('id')
                .where(accessible(ability, action, 'Appeal'))
                .execute()
              listed = rows.map((row) => row.id)
              throw rolledBack
            })
            .catch((error: unknown) => {
              if (error !== rolledBack) throw error
            })
          const allowed = appeals.filter((appeal) => may(ability, action, 'Appeal', appeal)).map((appeal) => appeal.id)
          expect(listed.toSorted()).toEqual(allowed.toSorted())
        }),
        { numRuns: 100 },
      )
    },
  )
})
