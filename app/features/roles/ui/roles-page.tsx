import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { getMatrix } from '../roles.queries.server.ts'
import { Matrix } from './matrix.tsx'

interface RolesPageProps {
  readonly matrix: Awaited<ReturnType<typeof getMatrix>>
}

/** The roles, each with the way to its page; and on a wide screen all of them side by side. */
export function RolesPage({ matrix: { rows, varied } }: RolesPageProps) {
  const { t } = useTranslation('roles')
  const { t: staff } = useTranslation('staff')
  return (
    <div className="stack">
      <PageHeading title={t('title')} lead={t('lead')} />
      <DataTable
        caption={t('title')}
        captionHidden
        rows={[...staffRoles]}
        rowKey={(role) => role}
        columns={[
          {
            key: 'role',
            header: t('list.role'),
            rowHeader: true,
            cell: (role) => <a href={paths.role(role)}>{staff(`role.${role}`)}</a>,
          },
          {
            key: 'count',
            header: t('list.count'),
            align: 'end',
            width: 'min',
            cell: (role) => String(rows.filter(({ standings }) => standings[role] === 'has').length),
          },
          {
            key: 'state',
            header: t('list.state'),
            width: 'min',
            cell: (role) =>
              varied.includes(role) ? <StatusTag tone="info" text={t('list.varied')} /> : t('list.usual'),
          },
        ]}
      />
      <Matrix rows={rows} />
    </div>
  )
}
