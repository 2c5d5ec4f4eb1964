export { findCategory, listCategories } from './categories.queries.server.ts'
