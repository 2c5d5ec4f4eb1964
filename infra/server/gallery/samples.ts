import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** Words as long as real ones, so that the gallery shows what breaks. */
export interface Samples {
  readonly name: string
  readonly parts: { readonly residents: string; readonly staff: string; readonly charts: string }
  readonly region: string
  readonly centre: string
  readonly skip: string
  readonly menu: string
  readonly person: string
  readonly other: string
  readonly role: string
  readonly agency: string
  readonly agencyLong: string
  readonly short: string
  readonly sentence: string
  readonly paragraph: string
  readonly hint: string
  readonly error: string
  readonly errors: string
  readonly question: string
  readonly progress: string
  readonly back: string
  readonly change: string
  readonly remove: string
  readonly undo: string
  readonly close: string
  readonly open: string
  readonly send: string
  readonly find: string
  readonly filter: string
  readonly clear: string
  readonly choose: string
  readonly optional: string
  readonly warning: string
  readonly yes: string
  readonly no: string
  readonly late: string
  readonly onTime: string
  readonly done: string
  readonly waiting: string
  readonly address: readonly string[]
  readonly file: string
  readonly fileDetails: string
  readonly saved: string
  readonly saving: string
  readonly notSaved: string
  readonly viewing: string
  readonly editing: string
  readonly reason: string
  readonly table: string
  readonly number: string
  readonly days: string
  readonly of: string
  readonly next: string
  readonly previous: string
  readonly keys: string
  readonly keyNext: string
  readonly keyOpen: string
  readonly regions: readonly string[]
}

const en: Samples = {
  name: 'Gallery',
  parts: { residents: 'For residents', staff: 'For staff', charts: 'Charts' },
  region: 'East Kazakhstan Region',
  centre: 'Single reception centre',
  skip: 'Skip to the content',
  menu: 'Menu',
  person: 'Serikova Aigul',
  other: 'Akhmetov Daniyar',
  role: 'Clerk',
  agency: 'Housing Department',
  agencyLong: 'Department of Passenger Transport and Motor Roads',
  short: 'Street lighting',
  sentence: 'Your appeal was registered on 24.11.2026.',
  paragraph:
    'There has been no light in the courtyard of our building since Monday. The lamps by the entrance and on the playground are dark, and children come home from school after sunset.',
  hint: 'Up to 10 files, 20 MB each: PDF, photographs, Word documents',
  error: 'Write what happened',
  errors: 'Please correct',
  question: 'Where did it happen?',
  progress: 'Question 3 of 8',
  back: 'Back',
  change: 'Change',
  remove: 'Remove',
  undo: 'Undo',
  close: 'Close',
  open: 'Keys',
  send: 'Continue',
  find: 'Find',
  filter: 'Apply',
  clear: 'Clear all',
  choose: 'Choose',
  optional: '(optional)',
  warning: 'Warning',
  yes: 'Yes',
  no: 'No',
  late: 'Late',
  onTime: 'On time',
  done: 'Answered',
  waiting: 'Being checked',
  address: ['12 Abai Avenue, flat 40', 'Ust-Kamenogorsk', '070000'],
  file: 'photo-of-the-dark-courtyard-2026-11-24.jpg',
  fileDetails: 'JPEG, 1.2 MB',
  saved: 'Saved 10:32',
  saving: 'Saving…',
  notSaved: 'Not saved: no connection',
  viewing: 'is viewing',
  editing: 'is editing',
  reason: 'Only the head of the agency can sign',
  table: 'As a table',
  number: 'Number',
  days: 'Days',
  of: '21–40 of 312',
  next: 'Next',
  previous: 'Previous',
  keys: 'Keys of this page',
  keyNext: 'Next appeal',
  keyOpen: 'Open beside the list',
  regions: ['Astana', 'Almaty', 'Shymkent', 'Abai Region', 'Akmola Region', 'North Kazakhstan Region'],
}

const ru: Samples = {
  name: 'Галерея',
  parts: { residents: 'Для жителей', staff: 'Для сотрудников', charts: 'Диаграммы' },
  region: 'Восточно-Казахстанская область',
  centre: 'Единый центр приёма обращений',
  skip: 'Перейти к содержанию',
  menu: 'Меню',
  person: 'Серикова Айгуль',
  other: 'Ахметов Данияр',
  role: 'Исполнитель',
  agency: 'Управление жилищно-коммунального хозяйства',
  agencyLong: 'Управление пассажирского транспорта и автомобильных дорог',
  short: 'Уличное освещение',
  sentence: 'Ваше обращение зарегистрировано 24.11.2026.',
  paragraph:
    'С понедельника во дворе нашего дома нет света. Не горят фонари у подъезда и на детской площадке, а дети возвращаются из школы уже в темноте.',
  hint: 'До 10 файлов, каждый до 20 МБ: PDF, фотографии, документы Word',
  error: 'Напишите, что произошло',
  errors: 'Пожалуйста, исправьте',
  question: 'Где это произошло?',
  progress: 'Вопрос 3 из 8',
  back: 'Назад',
  change: 'Изменить',
  remove: 'Удалить',
  undo: 'Отменить',
  close: 'Закрыть',
  open: 'Клавиши',
  send: 'Продолжить',
  find: 'Найти',
  filter: 'Применить',
  clear: 'Сбросить всё',
  choose: 'Выберите',
  optional: '(необязательно)',
  warning: 'Внимание',
  yes: 'Да',
  no: 'Нет',
  late: 'Просрочено',
  onTime: 'В срок',
  done: 'Ответ дан',
  waiting: 'Проверяется',
  address: ['проспект Абая, 12, кв. 40', 'г. Усть-Каменогорск', '070000'],
  file: 'фотография-тёмного-двора-2026-11-24.jpg',
  fileDetails: 'JPEG, 1,2 МБ',
  saved: 'Сохранено в 10:32',
  saving: 'Сохраняется…',
  notSaved: 'Не сохранено: нет связи',
  viewing: 'просматривает',
  editing: 'редактирует',
  reason: 'Подписать может только руководитель органа',
  table: 'В виде таблицы',
  number: 'Количество',
  days: 'Дней',
  of: '21–40 из 312',
  next: 'Далее',
  previous: 'Назад',
  keys: 'Клавиши этой страницы',
  keyNext: 'Следующее обращение',
  keyOpen: 'Открыть рядом со списком',
  regions: ['Астана', 'Алматы', 'Шымкент', 'область Абай', 'Акмолинская область', 'Северо-Казахстанская область'],
}

const kk: Samples = {
  name: 'Галерея',
  parts: { residents: 'Тұрғындарға', staff: 'Қызметкерлерге', charts: 'Диаграммалар' },
  region: 'Шығыс Қазақстан облысы',
  centre: 'Өтініштерді қабылдаудың бірыңғай орталығы',
  skip: 'Мазмұнға өту',
  menu: 'Мәзір',
  person: 'Серікова Айгүл',
  other: 'Ахметов Данияр',
  role: 'Орындаушы',
  agency: 'Тұрғын үй-коммуналдық шаруашылық басқармасы',
  agencyLong: 'Жолаушылар көлігі және автомобиль жолдары басқармасы',
  short: 'Көшені жарықтандыру',
  sentence: 'Өтінішіңіз 24.11.2026 күні тіркелді.',
  paragraph:
    'Дүйсенбіден бері үйіміздің ауласында жарық жоқ. Кіреберістегі және балалар алаңындағы шамдар жанбайды, ал балалар мектептен қараңғыда қайтады.',
  hint: '10 файлға дейін, әрқайсысы 20 МБ-тан аспайды: PDF, фотосурет, Word құжаты',
  error: 'Не болғанын жазыңыз',
  errors: 'Түзетіңіз',
  question: 'Бұл қай жерде болды?',
  progress: '8 сұрақтың 3-сұрағы',
  back: 'Артқа',
  change: 'Өзгерту',
  remove: 'Жою',
  undo: 'Болдырмау',
  close: 'Жабу',
  open: 'Пернелер',
  send: 'Жалғастыру',
  find: 'Іздеу',
  filter: 'Қолдану',
  clear: 'Бәрін алып тастау',
  choose: 'Таңдаңыз',
  optional: '(міндетті емес)',
  warning: 'Назар аударыңыз',
  yes: 'Иә',
  no: 'Жоқ',
  late: 'Мерзімі өтті',
  onTime: 'Мерзімінде',
  done: 'Жауап берілді',
  waiting: 'Тексерілуде',
  address: ['Абай даңғылы, 12-үй, 40-пәтер', 'Өскемен қаласы', '070000'],
  file: 'қараңғы-ауланың-суреті-2026-11-24.jpg',
  fileDetails: 'JPEG, 1,2 МБ',
  saved: '10:32-де сақталды',
  saving: 'Сақталуда…',
  notSaved: 'Сақталмады: байланыс жоқ',
  viewing: 'қарап отыр',
  editing: 'өзгертіп жатыр',
  reason: 'Тек орган басшысы қол қоя алады',
  table: 'Кесте түрінде',
  number: 'Саны',
  days: 'Күн',
  of: '312 ішінен 21–40',
  next: 'Келесі',
  previous: 'Алдыңғы',
  keys: 'Осы беттің пернелері',
  keyNext: 'Келесі өтініш',
  keyOpen: 'Тізімнің қасында ашу',
  regions: ['Астана', 'Алматы', 'Шымкент', 'Абай облысы', 'Ақмола облысы', 'Солтүстік Қазақстан облысы'],
}

export const samples: Record<LocaleCode, Samples> = { kk, ru, en }
