export { listCategories } from './categories.queries.server.ts'
export { categoryRows } from './category-rows.server.ts'
