import { sampleLetter } from '#app/features/letters/sample-letter.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { isLocale } from '#app/core/i18n/locales.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const asked = new URL(request.url).searchParams.get('language') ?? undefined
  return sampleLetter(ctx, isLocale(asked) ? asked : ctx.locale)
})
