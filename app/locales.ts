import commonEn from './core/i18n/locales/en.json' with { type: 'json' }
import commonKk from './core/i18n/locales/kk.json' with { type: 'json' }
import commonRu from './core/i18n/locales/ru.json' with { type: 'json' }
import accountsEn from './features/accounts/locales/en.json' with { type: 'json' }
import accountsKk from './features/accounts/locales/kk.json' with { type: 'json' }
import accountsRu from './features/accounts/locales/ru.json' with { type: 'json' }
import appealsEn from './features/appeals/locales/en.json' with { type: 'json' }
import appealsKk from './features/appeals/locales/kk.json' with { type: 'json' }
import appealsRu from './features/appeals/locales/ru.json' with { type: 'json' }
import oversightEn from './features/oversight/locales/en.json' with { type: 'json' }
import categoriesEn from './features/categories/locales/en.json' with { type: 'json' }
import categoriesKk from './features/categories/locales/kk.json' with { type: 'json' }
import categoriesRu from './features/categories/locales/ru.json' with { type: 'json' }
import draftsEn from './features/drafts/locales/en.json' with { type: 'json' }
import draftsKk from './features/drafts/locales/kk.json' with { type: 'json' }
import draftsRu from './features/drafts/locales/ru.json' with { type: 'json' }
import hallsEn from './features/halls/locales/en.json' with { type: 'json' }
import hallsKk from './features/halls/locales/kk.json' with { type: 'json' }
import hallsRu from './features/halls/locales/ru.json' with { type: 'json' }
import attachmentsEn from './features/attachments/locales/en.json' with { type: 'json' }
import attachmentsKk from './features/attachments/locales/kk.json' with { type: 'json' }
import attachmentsRu from './features/attachments/locales/ru.json' with { type: 'json' }
import calendarsEn from './features/calendars/locales/en.json' with { type: 'json' }
import calendarsKk from './features/calendars/locales/kk.json' with { type: 'json' }
import calendarsRu from './features/calendars/locales/ru.json' with { type: 'json' }
import platformEn from './features/platform/locales/en.json' with { type: 'json' }
import oversightKk from './features/oversight/locales/kk.json' with { type: 'json' }
import platformKk from './features/platform/locales/kk.json' with { type: 'json' }
import oversightRu from './features/oversight/locales/ru.json' with { type: 'json' }
import platformRu from './features/platform/locales/ru.json' with { type: 'json' }
import regionsEn from './features/regions/locales/en.json' with { type: 'json' }
import regionsKk from './features/regions/locales/kk.json' with { type: 'json' }
import regionsRu from './features/regions/locales/ru.json' with { type: 'json' }
import staffEn from './features/staff/locales/en.json' with { type: 'json' }
import staffKk from './features/staff/locales/kk.json' with { type: 'json' }
import staffRu from './features/staff/locales/ru.json' with { type: 'json' }
import type { Resources } from './core/i18n/texts.ts'

const kk = {
  common: commonKk,
  accounts: accountsKk,
  appeals: appealsKk,
  oversight: oversightKk,
  categories: categoriesKk,
  drafts: draftsKk,
  halls: hallsKk,
  attachments: attachmentsKk,
  calendars: calendarsKk,
  platform: platformKk,
  regions: regionsKk,
  staff: staffKk,
}
const ru = {
  common: commonRu,
  accounts: accountsRu,
  appeals: appealsRu,
  oversight: oversightRu,
  categories: categoriesRu,
  drafts: draftsRu,
  halls: hallsRu,
  attachments: attachmentsRu,
  calendars: calendarsRu,
  platform: platformRu,
  regions: regionsRu,
  staff: staffRu,
}
const en = {
  common: commonEn,
  accounts: accountsEn,
  appeals: appealsEn,
  oversight: oversightEn,
  categories: categoriesEn,
  drafts: draftsEn,
  halls: hallsEn,
  attachments: attachmentsEn,
  calendars: calendarsEn,
  platform: platformEn,
  regions: regionsEn,
  staff: staffEn,
}

/** Every shipped text. One namespace a feature, `common` for the mechanisms. */
export const shippedTexts: Resources = { kk, ru, en }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    // Kazakh is the language a key must exist in first; CI holds the others against it.
    resources: typeof kk
  }
}
