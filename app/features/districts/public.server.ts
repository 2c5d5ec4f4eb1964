export { districtRows } from './district-rows.server.ts'
export { districtOf, listDistricts } from './district-of.queries.server.ts'
