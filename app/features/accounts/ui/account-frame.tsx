import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { PlainPage } from './plain-page.tsx'

interface AccountFrameProps {
  readonly siteName: string
  readonly name: string
  readonly children: ReactNode
}

/** The frame of a person who may open nothing yet: who they are, the one thing to do, and the way out. */
export function AccountFrame({ siteName, name, children }: AccountFrameProps) {
  const { t } = useTranslation('accounts')
  return (
    <PlainPage siteName={siteName}>
      {children}
      <PostForm action={paths.signOut()} className="cluster no-print">
        <span className="muted">{name}</span>
        <Button variant="quiet" small>
          {t('signOut')}
        </Button>
      </PostForm>
    </PlainPage>
  )
}
