export { districtRows } from './district-rows.server.ts'
