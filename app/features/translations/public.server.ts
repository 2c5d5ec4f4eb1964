export { withdrawTranslations } from './withdraw-translations.server.ts'
