import commonEn from './core/i18n/locales/en.json' with { type: 'json' }
import commonKk from './core/i18n/locales/kk.json' with { type: 'json' }
import commonRu from './core/i18n/locales/ru.json' with { type: 'json' }
import accountsEn from './features/accounts/locales/en.json' with { type: 'json' }
import accountsKk from './features/accounts/locales/kk.json' with { type: 'json' }
import accountsRu from './features/accounts/locales/ru.json' with { type: 'json' }
import actsEn from './features/acts/locales/en.json' with { type: 'json' }
import actsKk from './features/acts/locales/kk.json' with { type: 'json' }
import actsRu from './features/acts/locales/ru.json' with { type: 'json' }
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
import cosignersEn from './features/cosigners/locales/en.json' with { type: 'json' }
import cosignersKk from './features/cosigners/locales/kk.json' with { type: 'json' }
import cosignersRu from './features/cosigners/locales/ru.json' with { type: 'json' }
import duplicatesEn from './features/duplicates/locales/en.json' with { type: 'json' }
import duplicatesKk from './features/duplicates/locales/kk.json' with { type: 'json' }
import duplicatesRu from './features/duplicates/locales/ru.json' with { type: 'json' }
import erasuresEn from './features/erasures/locales/en.json' with { type: 'json' }
import erasuresKk from './features/erasures/locales/kk.json' with { type: 'json' }
import erasuresRu from './features/erasures/locales/ru.json' with { type: 'json' }
import hallsEn from './features/halls/locales/en.json' with { type: 'json' }
import hallsKk from './features/halls/locales/kk.json' with { type: 'json' }
import hallsRu from './features/halls/locales/ru.json' with { type: 'json' }
import hotlinesEn from './features/hotlines/locales/en.json' with { type: 'json' }
import hotlinesKk from './features/hotlines/locales/kk.json' with { type: 'json' }
import hotlinesRu from './features/hotlines/locales/ru.json' with { type: 'json' }
import launchesEn from './features/launches/locales/en.json' with { type: 'json' }
import interpretersEn from './features/interpreters/locales/en.json' with { type: 'json' }
import launchesKk from './features/launches/locales/kk.json' with { type: 'json' }
import interpretersKk from './features/interpreters/locales/kk.json' with { type: 'json' }
import launchesRu from './features/launches/locales/ru.json' with { type: 'json' }
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
import rolesEn from './features/roles/locales/en.json' with { type: 'json' }
import routingEn from './features/routing/locales/en.json' with { type: 'json' }
import rolesKk from './features/roles/locales/kk.json' with { type: 'json' }
import routingKk from './features/routing/locales/kk.json' with { type: 'json' }
import rolesRu from './features/roles/locales/ru.json' with { type: 'json' }
import routingRu from './features/routing/locales/ru.json' with { type: 'json' }
import servicesEn from './features/services/locales/en.json' with { type: 'json' }
import staffEn from './features/staff/locales/en.json' with { type: 'json' }
import servicesKk from './features/services/locales/kk.json' with { type: 'json' }
import staffKk from './features/staff/locales/kk.json' with { type: 'json' }
import servicesRu from './features/services/locales/ru.json' with { type: 'json' }
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
import takeoutsEn from './features/takeouts/locales/en.json' with { type: 'json' }
import takeoutsKk from './features/takeouts/locales/kk.json' with { type: 'json' }
import takeoutsRu from './features/takeouts/locales/ru.json' with { type: 'json' }
import archivesEn from './features/archives/locales/en.json' with { type: 'json' }
import archivesKk from './features/archives/locales/kk.json' with { type: 'json' }
import archivesRu from './features/archives/locales/ru.json' with { type: 'json' }
import templatesEn from './features/templates/locales/en.json' with { type: 'json' }
import templatesKk from './features/templates/locales/kk.json' with { type: 'json' }
import templatesRu from './features/templates/locales/ru.json' with { type: 'json' }
import translationsKk from './features/translations/locales/kk.json' with { type: 'json' }
import translationsRu from './features/translations/locales/ru.json' with { type: 'json' }
import translationsEn from './features/translations/locales/en.json' with { type: 'json' }
import worklistsEn from './features/worklists/locales/en.json' with { type: 'json' }
import worklistsKk from './features/worklists/locales/kk.json' with { type: 'json' }
import worklistsRu from './features/worklists/locales/ru.json' with { type: 'json' }
import visitsEn from './features/visits/locales/en.json' with { type: 'json' }
import wordingsEn from './features/wordings/locales/en.json' with { type: 'json' }
import visitsKk from './features/visits/locales/kk.json' with { type: 'json' }
import wordingsKk from './features/wordings/locales/kk.json' with { type: 'json' }
import visitsRu from './features/visits/locales/ru.json' with { type: 'json' }
import wordingsRu from './features/wordings/locales/ru.json' with { type: 'json' }
import ratingsEn from './features/ratings/locales/en.json' with { type: 'json' }
import ratingsKk from './features/ratings/locales/kk.json' with { type: 'json' }
import ratingsRu from './features/ratings/locales/ru.json' with { type: 'json' }
import bundlesEn from './features/bundles/locales/en.json' with { type: 'json' }
import bundlesKk from './features/bundles/locales/kk.json' with { type: 'json' }
import bundlesRu from './features/bundles/locales/ru.json' with { type: 'json' }
import registersEn from './features/registers/locales/en.json' with { type: 'json' }
import registersKk from './features/registers/locales/kk.json' with { type: 'json' }
import registersRu from './features/registers/locales/ru.json' with { type: 'json' }
import districtsEn from './features/districts/locales/en.json' with { type: 'json' }
import districtsKk from './features/districts/locales/kk.json' with { type: 'json' }
import districtsRu from './features/districts/locales/ru.json' with { type: 'json' }
import providersEn from './features/providers/locales/en.json' with { type: 'json' }
import packsEn from './features/packs/locales/en.json' with { type: 'json' }
import providersKk from './features/providers/locales/kk.json' with { type: 'json' }
import packsKk from './features/packs/locales/kk.json' with { type: 'json' }
import providersRu from './features/providers/locales/ru.json' with { type: 'json' }
import packsRu from './features/packs/locales/ru.json' with { type: 'json' }
import holdsEn from './features/holds/locales/en.json' with { type: 'json' }
import holdsKk from './features/holds/locales/kk.json' with { type: 'json' }
import holdsRu from './features/holds/locales/ru.json' with { type: 'json' }
import retentionsEn from './features/retentions/locales/en.json' with { type: 'json' }
import retentionsKk from './features/retentions/locales/kk.json' with { type: 'json' }
import retentionsRu from './features/retentions/locales/ru.json' with { type: 'json' }
import domainsEn from './features/domains/locales/en.json' with { type: 'json' }
import domainsKk from './features/domains/locales/kk.json' with { type: 'json' }
import domainsRu from './features/domains/locales/ru.json' with { type: 'json' }
import type { Resources } from './core/i18n/texts.ts'

const kk = {
  common: commonKk,
  accounts: accountsKk,
  acts: actsKk,
  appeals: appealsKk,
  agencies: agenciesKk,
  oversight: oversightKk,
  categories: categoriesKk,
  changes: changesKk,
  cosigners: cosignersKk,
  domains: domainsKk,
  duplicates: duplicatesKk,
  erasures: erasuresKk,
  halls: hallsKk,
  holds: holdsKk,
  hotlines: hotlinesKk,
  interpreters: interpretersKk,
  launches: launchesKk,
  notices: noticesKk,
  drafts: draftsKk,
  attachments: attachmentsKk,
  bundles: bundlesKk,
  calendars: calendarsKk,
  platform: platformKk,
  ratings: ratingsKk,
  regions: regionsKk,
  retentions: retentionsKk,
  roles: rolesKk,
  routing: routingKk,
  registers: registersKk,
  districts: districtsKk,
  packs: packsKk,
  providers: providersKk,
  services: servicesKk,
  staff: staffKk,
  takeouts: takeoutsKk,
  archives: archivesKk,
  templates: templatesKk,
  registrations: registrationsKk,
  cures: curesKk,
  letters: lettersKk,
  translations: translationsKk,
  visits: visitsKk,
  wordings: wordingsKk,
  worklists: worklistsKk,
}
const ru = {
  common: commonRu,
  accounts: accountsRu,
  acts: actsRu,
  appeals: appealsRu,
  agencies: agenciesRu,
  oversight: oversightRu,
  categories: categoriesRu,
  changes: changesRu,
  cosigners: cosignersRu,
  domains: domainsRu,
  duplicates: duplicatesRu,
  erasures: erasuresRu,
  halls: hallsRu,
  holds: holdsRu,
  hotlines: hotlinesRu,
  interpreters: interpretersRu,
  launches: launchesRu,
  notices: noticesRu,
  drafts: draftsRu,
  attachments: attachmentsRu,
  bundles: bundlesRu,
  calendars: calendarsRu,
  platform: platformRu,
  ratings: ratingsRu,
  regions: regionsRu,
  retentions: retentionsRu,
  roles: rolesRu,
  routing: routingRu,
  registers: registersRu,
  districts: districtsRu,
  packs: packsRu,
  providers: providersRu,
  services: servicesRu,
  staff: staffRu,
  takeouts: takeoutsRu,
  archives: archivesRu,
  templates: templatesRu,
  registrations: registrationsRu,
  cures: curesRu,
  letters: lettersRu,
  translations: translationsRu,
  visits: visitsRu,
  wordings: wordingsRu,
  worklists: worklistsRu,
}
const en = {
  common: commonEn,
  accounts: accountsEn,
  acts: actsEn,
  appeals: appealsEn,
  agencies: agenciesEn,
  oversight: oversightEn,
  categories: categoriesEn,
  changes: changesEn,
  cosigners: cosignersEn,
  domains: domainsEn,
  duplicates: duplicatesEn,
  erasures: erasuresEn,
  halls: hallsEn,
  holds: holdsEn,
  hotlines: hotlinesEn,
  interpreters: interpretersEn,
  launches: launchesEn,
  notices: noticesEn,
  drafts: draftsEn,
  attachments: attachmentsEn,
  bundles: bundlesEn,
  calendars: calendarsEn,
  platform: platformEn,
  ratings: ratingsEn,
  regions: regionsEn,
  retentions: retentionsEn,
  roles: rolesEn,
  routing: routingEn,
  registers: registersEn,
  districts: districtsEn,
  packs: packsEn,
  providers: providersEn,
  services: servicesEn,
  staff: staffEn,
  takeouts: takeoutsEn,
  archives: archivesEn,
  templates: templatesEn,
  registrations: registrationsEn,
  cures: curesEn,
  letters: lettersEn,
  translations: translationsEn,
  visits: visitsEn,
  wordings: wordingsEn,
  worklists: worklistsEn,
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
