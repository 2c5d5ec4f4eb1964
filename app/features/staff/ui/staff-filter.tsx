import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { staffRoles } from '#app/core/access/permissions.ts'
import type { StaffWish } from '../staff.ts'

interface StaffFilterProps {
  readonly wish: StaffWish
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** Narrows the staff by name, role, agency and whether they are still there. */
export function StaffFilter({ wish, agencies }: StaffFilterProps) {
  const { t } = useTranslation('staff')
  const { t: changes } = useTranslation('changes')
  return (
    <FilterBar
      label={changes('list.filter')}
      search={{
        name: 'search',
        label: changes('list.search'),
        button: changes('list.find'),
        defaultValue: wish.search,
      }}
      applyLabel={changes('list.apply')}
    >
      <SelectField
        name="role"
        id="filter-role"
        label={t('list.role')}
        emptyLabel={t('list.allRoles')}
        options={staffRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        defaultValue={wish.role}
      />
      <SelectField
        name="agencyId"
        id="filter-agency"
        label={t('list.agency')}
        emptyLabel={t('list.allAgencies')}
        options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        defaultValue={wish.agencyId}
      />
      <SelectField
        name="show"
        label={changes('list.show')}
        options={[
          { value: 'inUse', label: changes('list.inUse') },
          { value: 'retired', label: changes('list.retired') },
        ]}
        defaultValue={wish.show}
      />
    </FilterBar>
  )
}
