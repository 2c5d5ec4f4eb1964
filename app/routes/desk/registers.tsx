import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getRegisters, importOfForm } from '#app/features/registers/imports.queries.server.ts'
import { TakeRegister } from '#app/features/registers/registers.schema.ts'
import { mostBytes, takeRegister } from '#app/features/registers/take-register.server.ts'
import { RegistersPage } from '#app/features/registers/ui/registers-page.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('registers:page.title'),
  registers: await getRegisters(ctx),
  submissionKey: randomUUID(),
}))

export const action = staffAction({
  take: fileForm({
    schema: TakeRegister,
    allow: async (ctx) => {
      authorize(ctx.ability, 'import', 'Register')
      return { most: 1, bytes: mostBytes }
    },
    keep: async (ctx, _params, { fields, files, tooMany }) => {
      const [file] = files
      const { data } = TakeRegister.safeParse(Object.fromEntries(fields))
      if (tooMany || !file) throw new InvalidInput({ file: 'registers:error.oneFile' })
      if (data) await takeRegister(ctx, data.submissionKey, file)
    },
    act: async (ctx, _params, { submissionKey }) => {
      authorize(ctx.ability, 'import', 'Register')
      const importId = await importOfForm(ctx, submissionKey).catch(() => undefined)
      if (!importId) throw new InvalidInput({ file: 'registers:error.fileMissing' })
      return redirect(paths.registerImport(importId))
    },
  }),
})

export default function RegistersRoute() {
  return <RegistersPage {...useLoaderData<typeof loader>()} />
}
