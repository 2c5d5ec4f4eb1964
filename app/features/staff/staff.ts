import { staffRoles } from '#app/core/access/permissions.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { listWishOf, type ListWish } from '#app/core/http/list-wish.ts'

/** Whether one of these roles is one for an agency: it says whose work a person sees. */
export const needsAgency = (roles: readonly StaffRole[]): boolean =>
  roles.includes('clerk') || roles.includes('agencyHead')

/** How long an invitation can be taken up, days. */
export const invitationDays = 7

/** What the list of staff shows. */
export interface StaffWish extends ListWish {
  readonly role?: StaffRole | undefined
  readonly agencyId?: string | undefined
  /** The id of the last row of the page before. */
  readonly after?: string | undefined
}

/** What the address asks of the list of staff; anything unheard-of narrows nothing. */
export function staffWishOf(request: Request): StaffWish {
  const query = new URL(request.url).searchParams
  const id = (name: string) => /^[0-9a-f-]{36}$/.exec(query.get(name) ?? '')?.[0]
  return {
    ...listWishOf(request),
    role: staffRoles.find((role) => role === query.get('role')),
    agencyId: id('agencyId'),
    after: id('after'),
  }
}
