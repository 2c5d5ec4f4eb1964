import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { useColours } from '#app/core/http/use-colours.ts'
import type { Permission } from '#app/core/access/permissions.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { StaffFrame } from '#app/ui/staff-frame.tsx'
import { StandingBanners } from './standing-banners.tsx'
import type { StaffFace } from '../staff-face.ts'

interface StaffPageProps {
  readonly region: { readonly name: string; readonly centre: string }
  readonly person: StaffFace
  readonly pathname: string
  readonly children: ReactNode
}

/** The frame of every staff page: whose work it is, what there is to do for this person, and the way out. */
export function StaffPage({ region, person, pathname, children }: StaffPageProps) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation('common')
  const { t: accounts } = useTranslation('accounts')
  const may = (...wanted: Permission[]) => wanted.some((permission) => person.permissions.includes(permission))
  const nav = [
    ...(may('appeals.readAll', 'appeals.readOwn') ? [{ href: paths.worklist(), label: t('nav.worklist') }] : []),
    ...(may('acts.watchAll', 'acts.sign') ? [{ href: paths.acts(), label: t('nav.acts') }] : []),
    ...(may('appeals.register', 'appeals.correct')
      ? [{ href: paths.registrations(), label: t('nav.registrations') }]
      : []),
    ...(may('registers.import', 'registers.export') ? [{ href: paths.registers(), label: t('nav.registers') }] : []),
    ...(may('visits.receive', 'visits.serve', 'visits.watch')
      ? [{ href: paths.workHalls(), label: t('nav.halls') }]
      : []),
    ...(may('region.configure') ? [{ href: paths.admin(), label: t('nav.admin') }] : []),
  ]
  // The nearest one: a page below the worklist's address may have a link of its own.
  const here = nav.filter(({ href }) => pathname.startsWith(href)).toSorted((a, b) => b.href.length - a.href.length)[0]
  return (
    <StaffFrame
      {...useColours()}
      region={region.name}
      centre={region.centre}
      homeHref={nav[0]?.href ?? paths.account()}
      skipLabel={common('skip')}
      navLabel={common('navigation')}
      nav={nav.map((link) => ({ ...link, current: link === here }))}
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
      <StandingBanners />
      {children}
    </StaffFrame>
  )
}
