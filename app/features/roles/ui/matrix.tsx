import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { paths } from '#app/core/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { permissionGroups } from '../permission-groups.ts'
import type { MatrixRow, Standing } from '../roles.queries.server.ts'

/** Permissions down, roles across. On a narrow screen the list of roles takes its place. */
export function Matrix({ rows }: { rows: readonly MatrixRow[] }) {
  const { t } = useTranslation('roles')
  const { t: staff } = useTranslation('staff')
  return (
    <div className="table-scroll table-sticky role-matrix">
      <table className="table table-dense">
        <caption className="table-caption">
          {t('matrix.title')} <span className="muted small">{t('matrix.legend')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.permission')}</th>
            {staffRoles.map((role) => (
              <th key={role} scope="col">
                <a href={paths.role(role)}>{staff(`role.${role}`)}</a>
              </th>
            ))}
          </tr>
        </thead>
        {permissionGroups.map((group) => (
          <tbody key={group}>
            <tr className="role-matrix-group">
              <th scope="rowgroup" colSpan={staffRoles.length + 1}>
                {t(`group.${group}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.group === group)
              .map(({ permission, standings }) => (
                <tr key={permission}>
                  <th scope="row">{t(`permission.${permission}`)}</th>
                  {staffRoles.map((role) => (
                    <td key={role} className={`role-${standings[role]}`}>
                      <Mark standing={standings[role]} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Mark({ standing }: { standing: Standing }) {
  const { t } = useTranslation('roles')
  return (
    <>
      {standing === 'has' ? <Icon name="check" /> : null}
      {standing === 'above' ? <Icon name="cross" size={14} /> : null}
      <span className="visually-hidden">{t(`standing.${standing}`)}</span>
    </>
  )
}
