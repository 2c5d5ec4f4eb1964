import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getContacts } from '#app/features/appeals/contacts.queries.server.ts'
import { CorrectContacts } from '#app/features/appeals/contacts.schema.ts'
import { correctContacts } from '#app/features/appeals/correct-contacts.server.ts'
import { ContactsPage } from '#app/features/appeals/ui/contacts-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('appeals:contacts.title'),
  contacts: await getContacts(ctx, appealId),
}))

export const action = staffAction(
  form(CorrectContacts, async (ctx, { appealId = '' }, input) => {
    await correctContacts(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
)

export default function ContactsRoute() {
  return <ContactsPage {...useLoaderData<typeof loader>()} />
}
