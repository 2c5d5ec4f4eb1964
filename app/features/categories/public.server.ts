export type { CategoryChoice } from './categories.queries.server.ts'
export { findCategory, listCategories, listCategoryChoices, searchCategories } from './categories.queries.server.ts'
