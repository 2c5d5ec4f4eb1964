export { categoryRows } from './category-rows.server.ts'
export type { CategoryChoice } from './categories.queries.server.ts'
export {
  findCategory,
  findCategoryById,
  listCategories,
  listCategoryChoices,
  searchCategories,
} from './categories.queries.server.ts'
