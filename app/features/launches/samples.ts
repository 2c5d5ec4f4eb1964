import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** A contact as residents bring it, for trying out where it would land. */
export interface Sample {
  readonly language: Exclude<LocaleCode, 'en'>
  readonly intent: 'question' | 'problem' | 'request' | 'suggestion' | 'complaint'
  readonly text: string
  /** How the person wants the answer. */
  readonly channel: 'mail' | 'sms' | 'post'
}

/** Twelve of what reception centres hear most, half in each language. */
export const samples: readonly Sample[] = [
  {
    language: 'kk',
    intent: 'problem',
    channel: 'mail',
    text: 'Аулада үш күннен бері жарық жоқ, шамдар жанбайды. Балалар мектептен қараңғыда қайтады.',
  },
  {
    language: 'ru',
    intent: 'problem',
    channel: 'sms',
    text: 'Автобус ходит раз в час вместо пятнадцати минут, утром на остановке не сесть. Прошу проверить график маршрута.',
  },
  {
    language: 'kk',
    intent: 'request',
    channel: 'post',
    text: 'Жалғызбасты зейнеткермін, атаулы әлеуметтік көмек тағайындауды сұраймын. Құжаттарым дайын.',
  },
  {
    language: 'ru',
    intent: 'complaint',
    channel: 'mail',
    text: 'Обжалую отказ в предоставлении места в детском саду: очередь подошла, место отдали другому ребёнку.',
  },
  {
    language: 'kk',
    intent: 'problem',
    channel: 'sms',
    text: 'Көшедегі жол шұңқыр, жаңбырдан кейін көлік жүре алмайды. Жөндеу жұмысы қашан басталады?',
  },
  {
    language: 'ru',
    intent: 'problem',
    channel: 'mail',
    text: 'Во дворе не вывозят мусор вторую неделю, контейнеры переполнены, появились крысы.',
  },
  {
    language: 'kk',
    intent: 'problem',
    channel: 'mail',
    text: 'Пәтерде батарея суық, үйде 14 градус. Жылу беруші мекеме қоңырауға жауап бермейді.',
  },
  {
    language: 'ru',
    intent: 'question',
    channel: 'mail',
    text: 'Какие документы нужны, чтобы встать на очередь на жильё многодетной семье?',
  },
  {
    language: 'kk',
    intent: 'suggestion',
    channel: 'mail',
    text: 'Саябаққа балалар алаңы мен орындықтар орнатуды ұсынамын, тұрғындардың қолы жиналды.',
  },
  {
    language: 'ru',
    intent: 'complaint',
    channel: 'post',
    text: 'В поликлинике третий месяц нет талонов к кардиологу, записывают только платно.',
  },
  {
    language: 'kk',
    intent: 'request',
    channel: 'sms',
    text: 'Жер учаскесінің шекарасы дұрыс белгіленбеген, қайта өлшеуді сұраймын.',
  },
  {
    language: 'ru',
    intent: 'problem',
    channel: 'mail',
    text: 'Ночью рядом с домом ведут стройку, шум не даёт спать. Прошу принять меры.',
  },
]
