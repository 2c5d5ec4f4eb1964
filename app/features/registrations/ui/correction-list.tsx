import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { IntakeSeen } from '../correction.queries.server.ts'

/** Every correction of a registration: who, when, on what ground, and each value before and after. */
export function CorrectionList({ corrections }: Pick<IntakeSeen, 'corrections'>) {
  const { t } = useTranslation('registrations')
  return corrections.map(({ id, by, at, ground, values }) => (
    <div key={id} className="stack">
      <p>
        <strong>{at}</strong> · {by || t('correction.byPerson')}
      </p>
      {ground ? <p className="pre-line">{ground}</p> : null}
      <ul>
        {values.map(({ field, former, present }) => (
          <li key={field}>
            {t(`field.${field}`)}: {former || t('correction.nothing')} → {present || t('correction.nothing')}
          </li>
        ))}
      </ul>
    </div>
  ))
}
