import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { Emblem } from '#app/ui/emblem.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { LetterheadSample } from '../sample-letter.server.ts'

/** The head of a letter as it is printed, and the same on paper in each language. */
export function LetterheadPreview({ sample, emblem }: { sample: LetterheadSample; emblem: string | undefined }) {
  const { t } = useTranslation('letters')
  return (
    <Panel title={t('sample.preview')}>
      <div className="stack">
        <div className="letterhead">
          <Emblem size={58} src={emblem} />
          <div>
            <p className="letterhead-name">{sample.agency}</p>
            <p>{sample.centre}</p>
            {sample.lines.map((line) => (
              <p key={line} className="letterhead-line">
                {line}
              </p>
            ))}
          </div>
        </div>
        <p>{t('sample.links')}</p>
        <ul>
          {localeLabels.map(({ code, label }) => (
            <li key={code}>
              <a href={paths.sampleLetter(code)} lang={code}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
