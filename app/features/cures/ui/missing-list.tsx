import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { Curable } from '#db/schema/registration.ts'

/** What is missing, each by its name, and the asker's own words about it. */
export function MissingList({ missing, words, lang }: { missing: readonly Curable[]; words: string; lang?: string }) {
  const { t } = useTranslation('cures')
  return (
    <>
      <ul>
        {missing.map((field) => (
          <li key={field}>{t(`missing.${field}`)}</li>
        ))}
      </ul>
      {words ? (
        <p className="pre-line" lang={lang}>
          {words}
        </p>
      ) : null}
    </>
  )
}
