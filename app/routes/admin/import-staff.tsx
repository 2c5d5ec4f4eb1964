import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteStaffList, judgeStaffList, type JudgedLine } from '#app/features/staff/import-staff.server.ts'
import { InviteList, JudgeList } from '#app/features/staff/staff.schema.ts'
import { ImportStaffPage } from '#app/features/staff/ui/import-page.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { InvalidInput } from '#app/core/errors.ts'
import type { FormReply } from '#app/core/http/form-reply.ts'
import { form, staffAction, staffLoader, type Form } from '#app/core/http/routes.server.ts'
import { decodedText } from '#app/core/tables/decode-text.ts'
import type { TenantContext } from '#app/core/context.ts'
import { paths } from '#app/core/paths.ts'

/** A list of five hundred people is a tenth of it. */
const mostBytes = 500_000

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'invite', 'StaffMember')
  return { title: ctx.t('staff:import.title'), submissionKey: randomUUID() }
})

type Reply = FormReply & { judged: { text: string; lines: JudgedLine[] } }

/** A pasted list, or a file in its place: looked at, and shown with the page. */
const judge: Form<TenantContext> = {
  receive: async (ctx, _params, asked) => {
    authorize(ctx.ability, 'invite', 'StaffMember')
    await ctx.limits.count('uploadByAddress', asked.clientAddress)
    return { limits: { most: 1, bytes: mostBytes }, upload: await ctx.files.openUpload() }
  },
  take: async (ctx, _params, typed, _asked, sent) => {
    const { list } = JudgeList.parse(typed)
    const file = sent?.files[0]
    if (file?.cut || sent?.tooMany) throw new InvalidInput({ file: 'staff:import.error.file' })
    const text = file && file.bytes > 0 ? decodedText(await buffer(file.read())) : list
    const lines = await judgeStaffList(ctx, text)
    const reply: Reply = { intent: 'judge', values: {}, errors: [], judged: { text, lines } }
    return data(reply)
  },
}

export const action = staffAction({
  judge,
  invite: form(InviteList, async (ctx, _params, { list, submissionKey }) => {
    await inviteStaffList(ctx, list, submissionKey)
    return redirect(paths.staff())
  }),
})

export default function ImportStaff() {
  const { submissionKey } = useLoaderData<typeof loader>()
  return <ImportStaffPage submissionKey={submissionKey} judged={useActionData<Partial<Reply>>()?.judged} />
}
