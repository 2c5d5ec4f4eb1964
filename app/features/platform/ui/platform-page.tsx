import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { PlatformRole } from '#db/schema/control.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { useColours } from '#app/core/http/use-colours.ts'
import { useLanguages } from '#app/core/http/use-languages.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { StaffFrame } from '#app/ui/staff-frame.tsx'

interface PlatformPageProps {
  readonly person: { readonly name: string; readonly roles: readonly PlatformRole[] }
  readonly pathname: string
  readonly children: ReactNode
}

/** The frame of every page of the platform's own people. */
export function PlatformPage({ person, pathname, children }: PlatformPageProps) {
  const { t } = useTranslation('platform')
  const { t: common } = useTranslation('common')
  const { t: accounts } = useTranslation('accounts')
  const { t: oversight } = useTranslation('oversight')
  const nav = [
    ...(person.roles.includes('platformOperator') ? [{ href: paths.regions(), label: t('regions.title') }] : []),
    ...(person.roles.includes('overseer') ? [{ href: paths.oversight(), label: oversight('title') }] : []),
  ]
  return (
    <StaffFrame
      {...useColours()}
      {...useLanguages()}
      region={t('home.title')}
      homeHref={nav[0]?.href ?? paths.account()}
      skipLabel={common('skip')}
      navLabel={common('navigation')}
      nav={nav.map((link) => ({ ...link, current: pathname.startsWith(link.href) }))}
      person={{
        name: person.name,
        role: person.roles.map((role) => t(`role.${role}`)).join(', '),
        href: paths.account(),
      }}
      signOut={
        <PostForm action={paths.signOut()}>
          <Button variant="quiet" small>
            {accounts('signOut')}
          </Button>
        </PostForm>
      }
    >
      {children}
    </StaffFrame>
  )
}
