export { changeDayEnd } from './change-day-end.server.ts'
export { listCountry, type CountryRegion } from './country.server.ts'
export { getRegion, readWording } from './regions.queries.server.ts'
