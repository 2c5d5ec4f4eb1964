import { useLoaderData } from '@remix-run/react'
import { getReceipt } from '#app/features/appeals/receipt.queries.server.ts'
import { ReceiptPage } from '#app/features/appeals/ui/receipt-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('appeals:receipt.title'),
  receipt: await getReceipt(ctx, appealId),
}))

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>().receipt} />
}
