import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TryRouting } from '#app/features/routing/routing.schema.ts'
import { getRuleChoices } from '#app/features/routing/rules.queries.server.ts'
import { tryRouting, type Tried } from '#app/features/routing/try-routing.queries.server.ts'
import { TryPage } from '#app/features/routing/ui/try-page.tsx'
import type { FormReply } from '#app/core/http/form-reply.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('routing:try.title'),
  locale: ctx.locale,
  categories: (await getRuleChoices(ctx)).categories,
}))

// Posted, though nothing is written: what people wrote must not stand in an address.
export const action = staffAction(
  form(TryRouting, async (ctx, _params, input) => {
    const { text, place, ofCategoryId, language, at } = input
    const values = {
      text,
      place,
      ofCategoryId: ofCategoryId ?? '',
      language,
      at: at ? `${formatDay(at.day)} ${at.time}` : '',
    }
    const reply: FormReply & { tried: Tried } = {
      intent: '',
      values,
      errors: [],
      tried: await tryRouting(ctx, input),
    }
    return data(reply)
  }),
)

export default function TryRoutingText() {
  const tried = useActionData<{ tried?: Tried }>()?.tried
  const { locale, categories } = useLoaderData<typeof loader>()
  return <TryPage locale={locale} categories={categories} tried={tried} />
}
