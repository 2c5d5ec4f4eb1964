import { registrationReceipt } from '#app/features/registrations/registrations.queries.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader((ctx, { appealId = '' }) => registrationReceipt(ctx, appealId))
