import commonEn from './core/i18n/locales/en.json' with { type: 'json' }
import commonKk from './core/i18n/locales/kk.json' with { type: 'json' }
import commonRu from './core/i18n/locales/ru.json' with { type: 'json' }
import accountsEn from './features/accounts/locales/en.json' with { type: 'json' }
import accountsKk from './features/accounts/locales/kk.json' with { type: 'json' }
import accountsRu from './features/accounts/locales/ru.json' with { type: 'json' }
import appealsEn from './features/appeals/locales/en.json' with { type: 'json' }
import appealsKk from './features/appeals/locales/kk.json' with { type: 'json' }
import appealsRu from './features/appeals/locales/ru.json' with { type: 'json' }
import agenciesEn from './features/agencies/locales/en.json' with { type: 'json' }
import agenciesKk from './features/agencies/locales/kk.json' with { type: 'json' }
import agenciesRu from './features/agencies/locales/ru.json' with { type: 'json' }
import oversightEn from './features/oversight/locales/en.json' with { type: 'json' }
import categoriesEn from './features/categories/locales/en.json' with { type: 'json' }
import categoriesKk from './features/categories/locales/kk.json' with { type: 'json' }
import categoriesRu from './features/categories/locales/ru.json' with { type: 'json' }
import changesEn from './features/changes/locales/en.json' with { type: 'json' }
import changesKk from './features/changes/locales/kk.json' with { type: 'json' }
import changesRu from './features/changes/locales/ru.json' with { type: 'json' }
import erasuresEn from './features/erasures/locales/en.json' with { type: 'json' }
import erasuresKk from './features/erasures/locales/kk.json' with { type: 'json' }
import erasuresRu from './features/erasures/locales/ru.json' with { type: 'json' }
import hallsEn from './features/halls/locales/en.json' with { type: 'json' }
import hallsKk from './features/halls/locales/kk.json' with { type: 'json' }
import hallsRu from './features/halls/locales/ru.json' with { type: 'json' }
import hotlinesEn from './features/hotlines/locales/en.json' with { type: 'json' }
import hotlinesKk from './features/hotlines/locales/kk.json' with { type: 'json' }
import hotlinesRu from './features/hotlines/locales/ru.json' with { type: 'json' }
import interpretersEn from './features/interpreters/locales/en.json' with { type: 'json' }
import interpretersKk from './features/interpreters/locales/kk.json' with { type: 'json' }
import interpretersRu from './features/interpreters/locales/ru.json' with { type: 'json' }
import noticesEn from './features/notices/locales/en.json' with { type: 'json' }
import noticesKk from './features/notices/locales/kk.json' with { type: 'json' }
import noticesRu from './features/notices/locales/ru.json' with { type: 'json' }
import draftsEn from './features/drafts/locales/en.json' with { type: 'json' }
import draftsKk from './features/drafts/locales/kk.json' with { type: 'json' }
import draftsRu from './features/drafts/locales/ru.json' with { type: 'json' }
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
import lettersEn from './features/letters/locales/en.json' with { type: 'json' }
import lettersKk from './features/letters/locales/kk.json' with { type: 'json' }
import lettersRu from './features/letters/locales/ru.json' with { type: 'json' }
import registrationsEn from './features/registrations/locales/en.json' with { type: 'json' }
import registrationsKk from './features/registrations/locales/kk.json' with { type: 'json' }
import registrationsRu from './features/registrations/locales/ru.json' with { type: 'json' }
import curesEn from './features/cures/locales/en.json' with { type: 'json' }
import curesKk from './features/cures/locales/kk.json' with { type: 'json' }
import curesRu from './features/cures/locales/ru.json' with { type: 'json' }
import templatesEn from './features/templates/locales/en.json' with { type: 'json' }
import templatesKk from './features/templates/locales/kk.json' with { type: 'json' }
import templatesRu from './features/templates/locales/ru.json' with { type: 'json' }
import type { Resources } from './core/i18n/texts.ts'

const kk = {
  common: commonKk,
  accounts: accountsKk,
  appeals: appealsKk,
  agencies: agenciesKk,
  oversight: oversightKk,
  categories: categoriesKk,
  changes: changesKk,
  erasures: erasuresKk,
  halls: hallsKk,
  hotlines: hotlinesKk,
  interpreters: interpretersKk,
  notices: noticesKk,
  drafts: draftsKk,
  attachments: attachmentsKk,
  calendars: calendarsKk,
  platform: platformKk,
  regions: regionsKk,
  staff: staffKk,
  templates: templatesKk,
  registrations: registrationsKk,
  cures: curesKk,
  letters: lettersKk,
}
const ru = {
  common: commonRu,
  accounts: accountsRu,
  appeals: appealsRu,
  agencies: agenciesRu,
  oversight: oversightRu,
  categories: categoriesRu,
  changes: changesRu,
  erasures: erasuresRu,
  halls: hallsRu,
  hotlines: hotlinesRu,
  interpreters: interpretersRu,
  notices: noticesRu,
  drafts: draftsRu,
  attachments: attachmentsRu,
  calendars: calendarsRu,
  platform: platformRu,
  regions: regionsRu,
  staff: staffRu,
  templates: templatesRu,
  registrations: registrationsRu,
  cures: curesRu,
  letters: lettersRu,
}
const en = {
  common: commonEn,
  accounts: accountsEn,
  appeals: appealsEn,
  agencies: agenciesEn,
  oversight: oversightEn,
  categories: categoriesEn,
  changes: changesEn,
  erasures: erasuresEn,
  halls: hallsEn,
  hotlines: hotlinesEn,
  interpreters: interpretersEn,
  notices: noticesEn,
  drafts: draftsEn,
  attachments: attachmentsEn,
  calendars: calendarsEn,
  platform: platformEn,
  regions: regionsEn,
  staff: staffEn,
  templates: templatesEn,
  registrations: registrationsEn,
  cures: curesEn,
  letters: lettersEn,
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
