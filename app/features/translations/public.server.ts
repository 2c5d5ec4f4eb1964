export { withdrawTranslations } from './withdraw-translations.server.ts'
export { translationWork } from './open-work.server.ts'
