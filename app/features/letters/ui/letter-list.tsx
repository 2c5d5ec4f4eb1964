import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { printedCode } from '../code.ts'
import type { ListedLetter } from '../letters.queries.server.ts'

interface LetterListProps {
  readonly letters: readonly ListedLetter[]
  readonly href: (letterId: string) => string
  readonly verifyHref: (code: string) => string
}

/** The official letters of an appeal; nothing where none was issued. */
export function LetterList({ letters, href, verifyHref }: LetterListProps) {
  const { t } = useTranslation('letters')
  const { t: acts } = useTranslation('acts')
  return letters.map(({ id, issuedOn, agency, code, act, ready }) => (
    <Panel key={id} title={act ? `${t('list.ofAct')}: ${acts(`kind.${act}`)}` : t('list.title')}>
      <SummaryList
        items={[
          { term: t('verify.agency'), description: agency },
          { term: t('list.issuedOn'), description: issuedOn },
          {
            term: t('list.code'),
            description: <a href={verifyHref(code)}>{printedCode(code)}</a>,
          },
        ]}
      />
      {ready ? (
        <div>
          <ButtonLink href={href(id)} variant="secondary">
            {t('list.download')}
          </ButtonLink>
        </div>
      ) : (
        <p>{t('list.preparing')}</p>
      )}
    </Panel>
  ))
}
