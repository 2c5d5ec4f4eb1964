import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { useColours } from '#app/core/http/use-colours.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { StaffFrame } from '#app/ui/staff-frame.tsx'

interface StaffPageProps {
  readonly region: { readonly name: string; readonly centre: string }
  readonly person: { readonly name: string; readonly roles: readonly StaffRole[] }
  readonly pathname: string
  readonly children: ReactNode
}

const registrars: readonly StaffRole[] = ['receptionist', 'operator', 'dispatcher']
const hallWorkers: readonly StaffRole[] = ['receptionist', 'clerk', 'agencyHead', 'hallManager', 'centreHead']
/** Who has no appeals to answer or to follow. */
const withoutWorklist: readonly StaffRole[] = ['receptionist', 'operator', 'regionAdmin']

/** The frame of every staff page: whose work it is, what there is to do for this person, and the way out. */
export function StaffPage({ region, person, pathname, children }: StaffPageProps) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation('common')
  const { t: accounts } = useTranslation('accounts')
  const nav = [
    ...(person.roles.some((role) => !withoutWorklist.includes(role))
      ? [{ href: paths.worklist(), label: t('nav.worklist') }]
      : []),
    ...(person.roles.some((role) => role === 'dispatcher' || role === 'agencyHead' || role === 'centreHead')
      ? [{ href: paths.acts(), label: t('nav.acts') }]
      : []),
    ...(person.roles.some((role) => registrars.includes(role))
      ? [{ href: paths.registrations(), label: t('nav.registrations') }]
      : []),
    ...(person.roles.some((role) => role === 'dispatcher' || role === 'centreHead')
      ? [{ href: paths.registers(), label: t('nav.registers') }]
      : []),
    ...(person.roles.some((role) => hallWorkers.includes(role))
      ? [{ href: paths.workHalls(), label: t('nav.halls') }]
      : []),
    ...(person.roles.includes('regionAdmin') ? [{ href: paths.admin(), label: t('nav.admin') }] : []),
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
      {children}
    </StaffFrame>
  )
}
