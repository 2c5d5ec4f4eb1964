import { randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { resetText, rewordText } from '#app/features/wordings/reword-text.server.ts'
import { TextFormPanel } from '#app/features/wordings/ui/text-form.tsx'
import { resetForm, rewordForm, textField } from '#app/features/wordings/wordings.schema.ts'
import { getText, previewText } from '#app/features/wordings/wordings.queries.server.ts'
import type { FormReply } from '#app/core/http/form-reply.ts'
import { form, staffAction, staffLoader, type Form } from '#app/core/http/routes.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { textKey = '' }) => ({
  title: ctx.t('wordings:edit.title'),
  submissionKey: randomUUID(),
  text: await getText(ctx, textKey),
}))

type Preview = FormReply & { readonly preview: string }

const forms = localeCodes.flatMap((locale): [string, Form<TenantContext>][] => [
  [
    `save_${locale}`,
    form(rewordForm(locale), async (ctx: TenantContext, { textKey = '' }, input) =>
      redirect(paths.text(textKey, await rewordText(ctx, textKey, input))),
    ),
  ],
  [
    `preview_${locale}`,
    form(rewordForm(locale), async (ctx: TenantContext, { textKey = '' }, { text }) => {
      const preview = previewText(ctx, textKey, locale, text)
      const values = { [textField(locale)]: text }
      return data<Preview>({ intent: `preview_${locale}`, values, errors: [], preview })
    }),
  ],
  [
    `reset_${locale}`,
    form(resetForm(locale), async (ctx: TenantContext, { textKey = '' }, input) =>
      redirect(paths.text(textKey, await resetText(ctx, textKey, input))),
    ),
  ],
])

export const action = staffAction(Object.fromEntries(forms))

export default function Text() {
  const { t } = useTranslation('wordings')
  const { text, submissionKey } = useLoaderData<typeof loader>()
  const reply = useActionData<Partial<Preview>>()
  return (
    <EditPage
      title={t('edit.title')}
      caption={`${t(`area.${text.area}`)} · ${text.id}`}
      back={{ href: paths.texts(), label: t('list.title') }}
    >
      <p className="muted">{t('edit.hint')}</p>
      {text.forms.map((one) => (
        <TextFormPanel
          key={one.locale}
          form={one}
          submissionKey={submissionKey}
          preview={reply?.intent === `preview_${one.locale}` ? reply.preview : undefined}
        />
      ))}
    </EditPage>
  )
}
