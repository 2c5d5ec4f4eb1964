import type { Policy } from '#app/core/access/policy.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'

/** Whether these roles see every appeal of the region; all others see their agency's. */
export const seesAll = (roles: readonly StaffRole[]): boolean =>
  roles.includes('dispatcher') || roles.includes('centreHead')

/** Who may do what with appeals. */
export const appealPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow(['read', 'follow'], ['Appeal', 'ShareLink'])
  if (principal.kind === 'resident') {
    // Refusing to accept an appeal is forbidden by law: anyone may bring one.
    allow('create', 'Appeal')
    const granted = { $in: [...principal.grantedIds] }
    allow(['read', 'follow', 'addInformation', 'withdraw'], 'Appeal', { id: granted })
    // Co-signers, and people whose own appeal was merged into it: not the files nor the address of who brought it.
    allow('follow', 'Appeal', { followerIds: granted })
    // A body without accounts comes by a link, as residents do.
    allow(['read', 'answer', 'contest'], 'ShareLink', { id: granted })
  }
  if (principal.kind !== 'staff') return
  const { roles, agencyId } = principal
  if (seesAll(roles)) allow(['read', 'note'], 'Appeal')
  if (roles.includes('dispatcher')) allow(['classify', 'assign', 'forward', 'decide', 'blackOut'], 'Appeal')
  if (!agencyId) return
  const own = { agencyIds: agencyId }
  // Through the assignments: the column holds the agencies that have the appeal now.
  if (roles.includes('clerk')) allow(['read', 'note', 'draft', 'contest', 'blackOut'], 'Appeal', own)
  if (roles.includes('agencyHead')) allow(['read', 'note', 'sign', 'contest', 'blackOut'], 'Appeal', own)
}
