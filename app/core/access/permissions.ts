import type { StaffRole } from '#db/schema/vocabulary.ts'

/** Roles that open something today. The others of the glossary are given when there is work for them. */
export const staffRoles = [
  'dispatcher',
  'receptionist',
  'operator',
  'clerk',
  'agencyHead',
  'hallManager',
  'centreHead',
  'regionAdmin',
] as const satisfies readonly StaffRole[]

/**
 * Everything that can be given to a role, in the order in which the matrix shows it, each with what it cannot be used
 * without. `…Own` and what stands on it reaches the appeals that the person's own agency has, all else the whole region.
 */
const vocabulary = {
  'appeals.register': [],
  'appeals.readAll': [],
  'appeals.readOwn': [],
  'appeals.correct': ['appeals.readAll'],
  'appeals.classify': ['appeals.readAll'],
  'appeals.requestCure': ['appeals.readAll'],
  'appeals.assign': ['appeals.readAll'],
  'appeals.forward': ['appeals.readAll'],
  'appeals.decide': ['appeals.readAll'],
  'appeals.reopen': ['appeals.readAll'],
  'appeals.relate': ['appeals.readAll'],
  'appeals.cosign': ['appeals.readAll'],
  'appeals.bundle': ['appeals.readAll'],
  'appeals.hold': ['appeals.readAll'],
  'appeals.contest': ['appeals.readOwn'],
  'answers.draft': ['appeals.readOwn'],
  'answers.sign': ['appeals.readOwn'],
  'acts.draft': ['appeals.readOwn'],
  'acts.approve': ['appeals.readOwn'],
  'acts.sign': ['appeals.readOwn'],
  'acts.draftAll': ['appeals.readAll'],
  'acts.draftCentre': ['appeals.readAll'],
  'acts.approveCentre': ['appeals.readAll'],
  'acts.signCentre': ['appeals.readAll'],
  'acts.watchAll': ['appeals.readAll'],
  'photos.blackOut': ['appeals.readOwn'],
  'photos.blackOutAll': ['appeals.readAll'],
  'translations.own': ['appeals.readOwn'],
  'translations.watch': ['appeals.readAll'],
  'translations.all': ['appeals.readAll'],
  'registers.import': ['appeals.readAll'],
  'registers.export': ['appeals.readAll'],
  'visits.receive': [],
  'visits.serve': [],
  'visits.watch': [],
  'routing.read': [],
  'views.share': [],
  'region.configure': [],
  'roles.configure': ['region.configure'],
  'staff.read': ['region.configure'],
  'staff.invite': ['staff.read', 'region.configure'],
  'staff.configure': ['staff.read', 'region.configure'],
  'staff.resetSecondFactor': ['staff.read', 'region.configure'],
  'agencies.configure': ['region.configure'],
  'categories.configure': ['region.configure'],
  'districts.configure': ['region.configure'],
  'halls.configure': ['region.configure'],
  'hotlines.configure': ['region.configure'],
  'interpreters.configure': ['region.configure'],
  'templates.configure': ['region.configure'],
  'ratings.configure': ['region.configure'],
  'routing.configure': ['routing.read', 'region.configure'],
  'calendars.configure': ['region.configure'],
  'people.erase': ['region.configure'],
  'retention.configure': ['region.configure'],
  'domain.configure': ['region.configure'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Permission = keyof typeof vocabulary

export const permissions = Object.keys(vocabulary) as Permission[]

export const isPermission = (name: string): name is Permission => Object.hasOwn(vocabulary, name)

/** What a permission cannot be used without. */
export const needsOf = (permission: Permission): readonly Permission[] => vocabulary[permission]

interface RoleRule {
  /** What the role may where the region has changed nothing. */
  readonly usual: readonly Permission[]
  /** What a region may give it besides. Together with `usual` this is the ceiling. */
  readonly besides: readonly Permission[]
  /** What nobody takes from it. */
  readonly floor: readonly Permission[]
}

/** What the centre's own people may be given to take in and pass on appeals, beside registering them. */
const intake = [
  'appeals.readAll',
  'appeals.correct',
  'appeals.classify',
  'appeals.requestCure',
  'appeals.assign',
  'appeals.forward',
  'appeals.relate',
  'appeals.cosign',
  'photos.blackOutAll',
  'routing.read',
] as const satisfies readonly Permission[]

const agencyWork = [
  'appeals.readOwn',
  'appeals.contest',
  'acts.draft',
  'photos.blackOut',
  'translations.own',
] as const satisfies readonly Permission[]

const rules = {
  dispatcher: {
    usual: [
      'appeals.register',
      ...intake,
      'appeals.decide',
      'appeals.reopen',
      'appeals.bundle',
      'appeals.hold',
      'acts.draftAll',
      'acts.watchAll',
      'translations.all',
      'registers.import',
      'registers.export',
      'views.share',
    ],
    besides: [],
    floor: [],
  },
  receptionist: { usual: ['appeals.register', 'visits.receive'], besides: [...intake, 'visits.watch'], floor: [] },
  operator: { usual: ['appeals.register'], besides: intake, floor: [] },
  // An answer is signed by the head of the body or the deputy, by law: never by who drafts.
  clerk: {
    usual: [...agencyWork, 'answers.draft', 'visits.serve'],
    besides: ['appeals.register'],
    floor: ['appeals.readOwn'],
  },
  agencyHead: {
    usual: [...agencyWork, 'answers.sign', 'acts.approve', 'acts.sign', 'visits.serve'],
    besides: ['answers.draft', 'appeals.register'],
    floor: ['appeals.readOwn'],
  },
  hallManager: { usual: ['visits.receive', 'visits.watch'], besides: ['appeals.register'], floor: [] },
  centreHead: {
    usual: [
      'visits.watch',
      'appeals.readAll',
      'appeals.bundle',
      'appeals.hold',
      'acts.draftCentre',
      'acts.approveCentre',
      'acts.signCentre',
      'acts.watchAll',
      'translations.watch',
      'registers.export',
    ],
    besides: [
      'appeals.register',
      'appeals.correct',
      'appeals.classify',
      'appeals.requestCure',
      'appeals.assign',
      'appeals.forward',
      'appeals.decide',
      'appeals.reopen',
      'appeals.relate',
      'appeals.cosign',
      'photos.blackOutAll',
      'translations.all',
      'registers.import',
      'routing.read',
      'views.share',
    ],
    floor: [],
  },
  // Whoever configures the region and its people reads no resident's appeal: two offices that watch each other.
  regionAdmin: {
    usual: [
      'routing.read',
      'views.share',
      'region.configure',
      'roles.configure',
      'staff.read',
      'staff.invite',
      'staff.configure',
      'staff.resetSecondFactor',
      'agencies.configure',
      'categories.configure',
      'districts.configure',
      'halls.configure',
      'hotlines.configure',
      'interpreters.configure',
      'templates.configure',
      'ratings.configure',
      'routing.configure',
      'calendars.configure',
      'people.erase',
      'retention.configure',
      'domain.configure',
    ],
    besides: [],
    floor: ['region.configure', 'roles.configure', 'staff.read', 'staff.invite', 'staff.configure'],
  },
} as const satisfies Readonly<Record<(typeof staffRoles)[number], RoleRule>>

/** A role whose permissions a region varies. */
export type VariedRole = keyof typeof rules

export const isVariedRole = (role: string): role is VariedRole => Object.hasOwn(rules, role)

const ruleOf = (role: StaffRole): RoleRule => (isVariedRole(role) ? rules[role] : { usual: [], besides: [], floor: [] })

/** Whether the role has the permission where the region has changed nothing. */
export const isUsual = (role: StaffRole, permission: Permission): boolean => ruleOf(role).usual.includes(permission)

/** Whether a region may give the permission to the role at all. */
export const isWithinCeiling = (role: StaffRole, permission: Permission): boolean =>
  isUsual(role, permission) || ruleOf(role).besides.includes(permission)

/** Whether the role keeps the permission whatever a region changes. */
export const isFloor = (role: StaffRole, permission: Permission): boolean => ruleOf(role).floor.includes(permission)

/** One place in which a region differs from what is usual. */
export interface Variation {
  readonly role: StaffRole
  readonly permission: string
  readonly granted: boolean
}

/**
 * What a role may in a region. A variation that code no longer knows, or that leaves the ceiling or the floor, counts for
 * nothing: a row must never be worth more than the code allows.
 */
export function permissionsOfRole(role: StaffRole, varied: readonly Variation[] = []): ReadonlySet<Permission> {
  const own = new Map(varied.filter((one) => one.role === role).map((one) => [one.permission, one.granted]))
  const has = (permission: Permission) =>
    isFloor(role, permission) ||
    (isWithinCeiling(role, permission) && (own.get(permission) ?? isUsual(role, permission)))
  const held = new Set(permissions.filter(has))
  // Without what it needs a permission opens nothing: less is always safe, more never is.
  const usable = (permission: Permission): boolean =>
    held.has(permission) && needsOf(permission).every((needed) => usable(needed))
  return new Set(permissions.filter(usable))
}

/** What somebody of these roles may in a region. */
export const permissionsOf = (
  roles: readonly StaffRole[],
  varied: readonly Variation[] = [],
): ReadonlySet<Permission> => new Set(roles.flatMap((role) => [...permissionsOfRole(role, varied)]))

/** The roles that have one of these permissions in a region. */
export const rolesHaving = (wanted: readonly Permission[], varied: readonly Variation[] = []): StaffRole[] =>
  staffRoles.filter((role) => wanted.some((permission) => permissionsOfRole(role, varied).has(permission)))
