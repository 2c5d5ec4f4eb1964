import type { Permission } from '#app/core/access/permissions.ts'

/** Under which heading a permission stands. */
export const permissionGroups = ['appeals', 'answers', 'acts', 'halls', 'lists', 'people', 'settings'] as const
export type PermissionGroup = (typeof permissionGroups)[number]

const groups: Readonly<Record<string, PermissionGroup>> = {
  appeals: 'appeals',
  answers: 'answers',
  photos: 'answers',
  translations: 'answers',
  acts: 'acts',
  visits: 'halls',
  registers: 'lists',
  views: 'lists',
  staff: 'people',
  roles: 'people',
  people: 'people',
}

/** By the noun it begins with; everything else is a part of the settings. */
export const groupOf = (permission: Permission): PermissionGroup =>
  permission === 'routing.read' ? 'appeals' : (groups[permission.split('.')[0] ?? ''] ?? 'settings')
