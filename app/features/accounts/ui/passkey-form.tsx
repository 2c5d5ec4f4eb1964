import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'

interface PasskeyFormProps {
  readonly kind: 'make' | 'use'
  readonly intent: string
  /** Where the script asks for a challenge. */
  readonly options: string
  readonly send: string
  readonly variant?: ButtonVariant
  readonly children?: ReactNode
}

/** A form that the script `enhance/passkeys.ts` shows and sends; without script nobody sees it. */
export function PasskeyForm({ kind, intent, options, send, variant, children }: PasskeyFormProps) {
  const { t } = useTranslation('accounts')
  return (
    <div data-passkey={kind} data-options={options} hidden>
      <PostForm intent={intent} className="stack">
        <HiddenFields values={{ passkeyReply: '' }} />
        {children}
        <output data-passkey-failed hidden>
          {t('passkeys.failed')}
        </output>
        <div>
          <Button variant={variant}>{send}</Button>
        </div>
      </PostForm>
    </div>
  )
}
