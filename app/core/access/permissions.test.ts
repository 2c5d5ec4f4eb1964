import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isFloor,
  isUsual,
  isWithinCeiling,
  needsOf,
  permissions,
  permissionsOf,
  permissionsOfRole,
  rolesHaving,
  staffRoles,
} from './permissions.ts'

const variation = fc.record({
  role: fc.constantFrom(...staffRoles),
  permission: fc.constantFrom<string>(...permissions, 'gone', '__proto__'),
  granted: fc.boolean(),
})
const matrix = fc.array(variation, { maxLength: 40 })

describe('what code says of a role', () => {
  it.each(staffRoles)('can be used as it is, by %s', (role) => {
    const within = permissions.filter((permission) => isWithinCeiling(role, permission))
    const usual = permissions.filter((permission) => isUsual(role, permission))
    const floor = permissions.filter((permission) => isFloor(role, permission))
    expect([...permissionsOfRole(role)], 'nothing lacks what it needs').toEqual(usual)
    expect(within.flatMap(needsOf).filter((needed) => !within.includes(needed))).toEqual([])
    expect(floor.flatMap(needsOf).filter((needed) => !floor.includes(needed))).toEqual([])
    expect(floor.filter((permission) => !usual.includes(permission))).toEqual([])
  })

  it('keeps residents’ appeals from whoever configures the region', () => {
    for (const permission of permissions.filter((one) => /^(appeals|answers|acts|photos|translations)/.test(one)))
      expect(isWithinCeiling('regionAdmin', permission), permission).toBe(false)
  })

  it('lets nobody sign who drafts for an agency', () => {
    expect(isWithinCeiling('clerk', 'answers.sign')).toBe(false)
    expect(isWithinCeiling('clerk', 'acts.sign')).toBe(false)
  })
})

describe('whatever a region’s rows say', () => {
  it('nobody rises above the ceiling or falls below the floor, and everything they have can be used', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(...staffRoles), (varied, role) => {
        const held = permissionsOfRole(role, varied)
        expect([...held].filter((permission) => !isWithinCeiling(role, permission))).toEqual([])
        expect([...held].flatMap(needsOf).filter((needed) => !held.has(needed))).toEqual([])
        expect(permissions.filter((permission) => isFloor(role, permission) && !held.has(permission))).toEqual([])
      }),
    )
  })

  it('somebody of several roles has what each has, and a role is found by what it has', () => {
    fc.assert(
      fc.property(matrix, fc.subarray([...staffRoles]), (varied, roles) => {
        const held = permissionsOf(roles, varied)
        for (const permission of permissions) {
          const having = rolesHaving([permission], varied)
          expect(held.has(permission)).toBe(roles.some((role) => having.includes(role)))
        }
      }),
    )
  })
})
