import { factColumns } from '../mechanisms.ts'

export const statements: readonly string[] = [
  ...factColumns,
  `alter table platform_person drop constraint platform_person_roles_check`,
  `alter table platform_person add constraint platform_person_roles_check
    check (roles <@ array['platformOperator', 'platformFinance', 'overseer'])`,
]
