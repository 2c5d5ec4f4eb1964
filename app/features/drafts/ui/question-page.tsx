import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { Banner } from '#app/ui/banner.tsx'
import { QuestionPage as Frame } from '#app/ui/question-page.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import type { Question } from '../questions.ts'
import { AnonymousQuestion, IinQuestion, NameQuestion, OrganisationQuestion } from './identity-questions.tsx'
import { PersonQuestion, RepresentationQuestion } from './identity-questions.tsx'
import { AddressQuestion, LanguageQuestion, ReplyQuestion } from './reply-questions.tsx'
import { TopicQuestion } from './topic-question.tsx'
import { IntentQuestion, PlaceQuestion, TextQuestion } from './matter-questions.tsx'

const bodies: Readonly<
  Record<Exclude<Question, 'files' | 'cosigners'>, (props: { page: QuestionPageData }) => ReactElement>
> = {
  intent: IntentQuestion,
  topic: TopicQuestion,
  text: TextQuestion,
  place: PlaceQuestion,
  person: PersonQuestion,
  anonymous: AnonymousQuestion,
  organisation: OrganisationQuestion,
  representation: RepresentationQuestion,
  name: NameQuestion,
  iin: IinQuestion,
  address: AddressQuestion,
  reply: ReplyQuestion,
  language: LanguageQuestion,
}

/** One question of a new appeal. */
export function QuestionPage({ page }: { page: QuestionPageData }) {
  const Body = page.question === 'files' || page.question === 'cosigners' ? undefined : bodies[page.question]
  return <QuestionFrame page={page}>{Body ? <Body page={page} /> : null}</QuestionFrame>
}

/** What is around every question: the way back, what is wrong, where one is. */
export function QuestionFrame({ page, children }: { page: QuestionPageData; children: ReactNode }) {
  const { t } = useTranslation('drafts')
  const { t: common } = useTranslation('common')
  const { summary } = useFormState(page.question === 'files' ? 'files' : '')
  return (
    <Frame
      back={{ href: page.back, label: t('question.back') }}
      errors={summary.length > 0 ? { title: common('error.summary'), messages: summary } : undefined}
      progress={t('question.progress', { at: page.at, of: page.of })}
    >
      {page.lost ? (
        <Banner tone="warning" title={t('lost.title')}>
          <p>{t('lost.kept')}</p>
        </Banner>
      ) : null}
      {children}
    </Frame>
  )
}
