import { packOf } from '#app/features/packs/pack-of.queries.server.ts'
import { packResponse } from '#app/features/packs/pack-response.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => packResponse(ctx, await packOf(ctx)))
