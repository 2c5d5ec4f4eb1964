import type { Policy } from '#app/core/access/policy.ts'
import { permits, type Principal } from '#app/core/access/principal.ts'

/** Whether somebody sees every appeal of the region; all others see their agency's. */
export const seesAll = (principal: Principal): boolean => permits(principal, 'appeals.readAll')

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
  const { agencyId } = principal
  if (seesAll(principal)) allow(['read', 'note'], 'Appeal')
  for (const action of ['classify', 'assign', 'forward', 'decide'] as const)
    if (permits(principal, `appeals.${action}`)) allow(action, 'Appeal')
  if (permits(principal, 'photos.blackOutAll')) allow('blackOut', 'Appeal')
  if (!agencyId) return
  const own = { agencyIds: agencyId }
  // Through the assignments: the column holds the agencies that have the appeal now.
  if (permits(principal, 'appeals.readOwn')) allow(['read', 'note'], 'Appeal', own)
  if (permits(principal, 'appeals.contest')) allow('contest', 'Appeal', own)
  if (permits(principal, 'answers.draft')) allow('draft', 'Appeal', own)
  if (permits(principal, 'answers.sign')) allow('sign', 'Appeal', own)
  if (permits(principal, 'photos.blackOut')) allow('blackOut', 'Appeal', own)
}
