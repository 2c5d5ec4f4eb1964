export type { CategoryChoice } from './categories.queries.server.ts'
export {
  findCategory,
  findCategoryById,
  listCategories,
  listCategoryChoices,
  searchCategories,
} from './categories.queries.server.ts'
