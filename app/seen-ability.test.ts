import { describe, expect, it } from 'vitest'
import { abilityFor } from './abilities.server.ts'
import { may } from './core/access/authorize.ts'
import { permissionsOf, staffRoles } from './core/access/permissions.ts'
import type { StaffPrincipal } from './core/access/principal.ts'
import { seenAbility } from './core/access/seen-ability.server.ts'

const agencyId = 'the agency'
const somebody = (...roles: StaffPrincipal['roles']): StaffPrincipal => ({
  kind: 'staff',
  id: 'somebody',
  name: 'Біреу',
  roles,
  permissions: permissionsOf(roles),
  agencyId,
  locale: 'kk',
})
const seen = (role: StaffPrincipal['roles'][number], ...by: StaffPrincipal['roles']) =>
  seenAbility(abilityFor(somebody(role)), abilityFor(somebody(...by)))

const appeal = { id: 'appeal', agencyIds: [agencyId], followerIds: [] }
/** Of residents and their appeals. */
const personal = [
  'Appeal',
  'Registration',
  'Act',
  'TranslationRequest',
  'Register',
  'Applicant',
  'Cosigner',
  'ShareLink',
]

describe('an administrator who sees as somebody of another role', () => {
  it.each(staffRoles)('finds no resident’s row as %s, for whatever they would do with it', (role) => {
    const rules = seen(role, 'regionAdmin').rules.filter(({ subject }) => personal.includes(String(subject)))
    // Erasing is the administrator's own, on their own page.
    const others = rules.filter(({ subject }) => subject !== 'Applicant')
    expect(others.map(({ conditions }) => conditions)).toEqual(others.map(() => ({ id: { $in: [] } })))
  })

  it('is shown the frame of the pages all the same', () => {
    const clerk = seen('clerk', 'regionAdmin')
    expect(clerk.can('draft', 'Appeal')).toBe(true)
    expect(may(clerk, 'draft', 'Appeal', appeal)).toBe(false)
    expect(clerk.can('read', 'AnswerTemplate'), 'what one configures one may read').toBe(true)
    expect(clerk.can('configure', 'Region'), 'and no more than the role').toBe(false)
  })

  it('is given no file that is made of rows', () => {
    const dispatcher = seen('dispatcher', 'regionAdmin')
    for (const action of ['export', 'import'] as const) expect(dispatcher.can(action, 'Register')).toBe(false)
    expect(dispatcher.can('bundle', 'Appeal')).toBe(false)
    expect(dispatcher.can('requestCure', 'Appeal')).toBe(false)
  })

  it('reads what they may read as themselves', () => {
    const clerk = seen('clerk', 'regionAdmin', 'dispatcher')
    expect(may(clerk, 'read', 'Appeal', appeal)).toBe(true)
    expect(may(clerk, 'read', 'Appeal', { ...appeal, agencyIds: ['another'] }), 'as the role would').toBe(false)
    expect(may(clerk, 'draft', 'Appeal', appeal), 'and does not get to do what they cannot').toBe(false)
  })
})
