export { listCategories } from './categories.queries.server.ts'
