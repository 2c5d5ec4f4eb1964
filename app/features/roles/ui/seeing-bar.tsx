import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'

interface SeeingBarProps {
  readonly role: string
  readonly agency: string | undefined
}

/** Over every page that is seen with the eyes of another role: whose, what that means, and the way out. */
export function SeeingBar({ role, agency }: SeeingBarProps) {
  const { t } = useTranslation('roles')
  return (
    <Banner
      tone="warning"
      title={agency ? `${t('seeing.title')}: ${role}, ${agency}` : `${t('seeing.title')}: ${role}`}
    >
      <p>{t('seeing.what')}</p>
      <PostForm action={paths.seeAs()}>
        <Button variant="secondary" small>
          {t('seeing.end')}
        </Button>
      </PostForm>
    </Banner>
  )
}
