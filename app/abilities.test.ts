import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abilityFor } from './abilities.server.ts'
import { isWithinCeiling, permissions, permissionsOf, staffRoles } from './core/access/permissions.ts'
import type { StaffPrincipal } from './core/access/principal.ts'

type StaffRole = StaffPrincipal['roles'][number]

const agencyId = 'the agency'

const somebody = (
  roles: readonly StaffRole[],
  agencyId: string | null,
  permissions: StaffPrincipal['permissions'],
): StaffPrincipal => ({
  kind: 'staff',
  id: 'somebody',
  name: 'Біреу',
  roles,
  permissions,
  agencyId,
  locale: 'kk',
})

/** Every rule on a line of its own, each once: `action Subject conditions`. */
function rulesOf(
  roles: readonly StaffRole[],
  agencyId: string | null,
  permissions: StaffPrincipal['permissions'] = permissionsOf(roles),
): string[] {
  const { rules } = abilityFor(somebody(roles, agencyId, permissions))
  const lines = rules.flatMap(({ action, subject, conditions, inverted }) =>
    [action].flat().flatMap((action) =>
      [subject].flat().map((subject) => {
        const entries = Object.entries(conditions ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1))
        const where = conditions ? ` ${JSON.stringify(Object.fromEntries(entries))}` : ''
        return `${inverted ? 'not ' : ''}${String(action)} ${String(subject)}${where}`
      }),
    ),
  )
  return [...new Set(lines)].toSorted()
}

/** What anybody on the staff may, whatever the role. */
const everybodys = rulesOf([], null)
const own = (roles: readonly StaffRole[], agencyId: string | null) =>
  rulesOf(roles, agencyId).filter((rule) => !everybodys.includes(rule))

const roles = [
  'receptionist',
  'clerk',
  'agencyHead',
  'dispatcher',
  'operator',
  'interpreter',
  'mediator',
  'lawyer',
  'hallManager',
  'hotlineSupervisor',
  'editor',
  'centreHead',
  'regionAdmin',
] as const satisfies readonly StaffRole[]

describe('where the region has changed nothing', () => {
  it('anybody on the staff may this', () => {
    expect(everybodys).toMatchInlineSnapshot(`
      [
        "configure SavedView {"ownerId":"somebody","shared":false}",
        "read Agency",
        "read Category",
        "read District",
        "read Hall",
        "read HallService",
        "read SavedView {"ownerId":"somebody","shared":false}",
        "read SavedView {"shared":true}",
      ]
    `)
  })

  it('each role may this besides', () => {
    expect(Object.fromEntries(roles.map((role) => [role, own([role], agencyId)]))).toMatchInlineSnapshot(`
      {
        "agencyHead": [
          "approve Act {"agencyId":"the agency"}",
          "askTranslation Appeal {"agencyIds":"the agency"}",
          "blackOut Appeal {"agencyIds":"the agency"}",
          "contest Appeal {"agencyIds":"the agency"}",
          "draft Act {"agencyId":"the agency"}",
          "note Appeal {"agencyIds":"the agency"}",
          "read AnswerTemplate",
          "read Appeal {"agencyIds":"the agency"}",
          "read TranslationRequest {"agencyIds":"the agency","draftAgencyId":"the agency","kind":"draft"}",
          "read TranslationRequest {"agencyIds":"the agency","kind":"appeal"}",
          "read Visit",
          "serve Visit",
          "sign Act {"agencyId":"the agency"}",
          "sign Appeal {"agencyIds":"the agency"}",
          "translate TranslationRequest {"agencyIds":"the agency","draftAgencyId":"the agency","kind":"draft"}",
          "translate TranslationRequest {"agencyIds":"the agency","kind":"appeal"}",
          "watch Act {"agencyId":"the agency"}",
        ],
        "centreHead": [
          "approve Act {"agencyId":null}",
          "bundle Appeal",
          "draft Act {"agencyId":null}",
          "export Register",
          "hold Appeal",
          "note Appeal",
          "read Appeal",
          "read TranslationRequest {"kind":"appeal"}",
          "read Visit",
          "sign Act {"agencyId":null}",
          "watch Act",
          "watch Visit",
        ],
        "clerk": [
          "askTranslation Appeal {"agencyIds":"the agency"}",
          "blackOut Appeal {"agencyIds":"the agency"}",
          "contest Appeal {"agencyIds":"the agency"}",
          "draft Act {"agencyId":"the agency"}",
          "draft Appeal {"agencyIds":"the agency"}",
          "note Appeal {"agencyIds":"the agency"}",
          "read AnswerTemplate",
          "read Appeal {"agencyIds":"the agency"}",
          "read TranslationRequest {"agencyIds":"the agency","draftAgencyId":"the agency","kind":"draft"}",
          "read TranslationRequest {"agencyIds":"the agency","kind":"appeal"}",
          "read Visit",
          "serve Visit",
          "translate TranslationRequest {"agencyIds":"the agency","draftAgencyId":"the agency","kind":"draft"}",
          "translate TranslationRequest {"agencyIds":"the agency","kind":"appeal"}",
        ],
        "dispatcher": [
          "askTranslation Appeal",
          "assign Appeal",
          "blackOut Appeal",
          "bundle Appeal",
          "classify Appeal",
          "configure SavedView {"shared":true}",
          "correct Appeal",
          "cosign Appeal",
          "create Appeal",
          "decide Appeal",
          "draft Act",
          "export Register",
          "forward Appeal",
          "hold Appeal",
          "import Register",
          "note Appeal",
          "read Appeal",
          "read Registration",
          "read Registration {"registeredBy":"somebody"}",
          "read RoutingRule",
          "read TranslationRequest",
          "register Appeal",
          "relate Appeal",
          "reopen Appeal",
          "requestCure Appeal",
          "translate TranslationRequest",
          "watch Act",
        ],
        "editor": [],
        "hallManager": [
          "move Visit",
          "read Visit",
          "receive Visit",
          "watch Visit",
        ],
        "hotlineSupervisor": [],
        "interpreter": [],
        "lawyer": [],
        "mediator": [],
        "operator": [
          "create Appeal",
          "read Registration {"registeredBy":"somebody"}",
          "register Appeal",
        ],
        "receptionist": [
          "create Appeal",
          "move Visit",
          "read Registration {"registeredBy":"somebody"}",
          "read Visit",
          "receive Visit",
          "register Appeal",
        ],
        "regionAdmin": [
          "configure Agency",
          "configure AnswerTemplate",
          "configure Calendar",
          "configure Category",
          "configure District",
          "configure Hall",
          "configure HallService",
          "configure Hotline",
          "configure Interpreter",
          "configure OwnHost",
          "configure RatingChoice",
          "configure Region",
          "configure RetentionTerm",
          "configure Role",
          "configure RoutingRule",
          "configure SavedView {"shared":true}",
          "configure StaffMember",
          "erase Applicant",
          "export Region",
          "invite StaffMember",
          "read RoutingRule",
          "read StaffMember",
          "resetSecondFactor StaffMember {"id":{"$ne":"somebody"}}",
        ],
      }
    `)
  })

  it('a role may no more without an agency than with one', () => {
    const without = Object.fromEntries(roles.map((role) => [role, own([role], null)]))
    expect(without).toMatchInlineSnapshot(`
      {
        "agencyHead": [
          "read AnswerTemplate",
        ],
        "centreHead": [
          "approve Act {"agencyId":null}",
          "bundle Appeal",
          "draft Act {"agencyId":null}",
          "export Register",
          "hold Appeal",
          "note Appeal",
          "read Appeal",
          "read TranslationRequest {"kind":"appeal"}",
          "read Visit",
          "sign Act {"agencyId":null}",
          "watch Act",
          "watch Visit",
        ],
        "clerk": [
          "read AnswerTemplate",
        ],
        "dispatcher": [
          "askTranslation Appeal",
          "assign Appeal",
          "blackOut Appeal",
          "bundle Appeal",
          "classify Appeal",
          "configure SavedView {"shared":true}",
          "correct Appeal",
          "cosign Appeal",
          "create Appeal",
          "decide Appeal",
          "draft Act",
          "export Register",
          "forward Appeal",
          "hold Appeal",
          "import Register",
          "note Appeal",
          "read Appeal",
          "read Registration",
          "read Registration {"registeredBy":"somebody"}",
          "read RoutingRule",
          "read TranslationRequest",
          "register Appeal",
          "relate Appeal",
          "reopen Appeal",
          "requestCure Appeal",
          "translate TranslationRequest",
          "watch Act",
        ],
        "editor": [],
        "hallManager": [
          "move Visit",
          "read Visit",
          "receive Visit",
          "watch Visit",
        ],
        "hotlineSupervisor": [],
        "interpreter": [],
        "lawyer": [],
        "mediator": [],
        "operator": [
          "create Appeal",
          "read Registration {"registeredBy":"somebody"}",
          "register Appeal",
        ],
        "receptionist": [
          "create Appeal",
          "move Visit",
          "read Registration {"registeredBy":"somebody"}",
          "read Visit",
          "receive Visit",
          "register Appeal",
        ],
        "regionAdmin": [
          "configure Agency",
          "configure AnswerTemplate",
          "configure Calendar",
          "configure Category",
          "configure District",
          "configure Hall",
          "configure HallService",
          "configure Hotline",
          "configure Interpreter",
          "configure OwnHost",
          "configure RatingChoice",
          "configure Region",
          "configure RetentionTerm",
          "configure Role",
          "configure RoutingRule",
          "configure SavedView {"shared":true}",
          "configure StaffMember",
          "erase Applicant",
          "export Region",
          "invite StaffMember",
          "read RoutingRule",
          "read StaffMember",
          "resetSecondFactor StaffMember {"id":{"$ne":"somebody"}}",
        ],
      }
    `)
  })

  it.each(roles)('%s and any other role together may what each may, and nothing else', (role) => {
    for (const other of roles) {
      for (const agency of [agencyId, null]) {
        const each = [...rulesOf([role], agency), ...rulesOf([other], agency)]
        expect(rulesOf([role, other], agency)).toEqual([...new Set(each)].toSorted())
      }
    }
  })
})

describe('whatever a region’s matrix says', () => {
  it.each(staffRoles)('%s can do nothing that lies above the ceiling', (role) => {
    const ceiling = new Set(permissions.filter((permission) => isWithinCeiling(role, permission)))
    const most = rulesOf([role], agencyId, ceiling)
    const variation = fc.record({
      role: fc.constant(role),
      permission: fc.constantFrom(...permissions),
      granted: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(variation, { maxLength: 50 }), (varied) => {
        const rules = rulesOf([role], agencyId, permissionsOf([role], varied))
        expect(rules.filter((rule) => !most.includes(rule))).toEqual([])
      }),
    )
  })
})
