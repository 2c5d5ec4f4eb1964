import type { Policy } from '#app/core/access/policy.ts'

/** Who may see the directory of regions, ask for a new one, suspend one and help a region's only administrator to a new second factor. Nobody of the platform sees a region's cases. */
export const platformPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'platform' && principal.roles.includes('platformOperator'))
    allow(['create', 'read', 'resetSecondFactor', 'suspend', 'archive'], 'Region')
}
