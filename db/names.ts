/**
 * Names of schemas and roles. Every identifier that is put into SQL text by hand passes one of these checks: the names
 * come from the directory, and a name that breaks its pattern never reaches the server.
 */

/** What the database needs to know of a tenant to open its door. */
export interface TenantShadow {
  readonly schema: string
  readonly role: string
}

const slugPattern = /^[a-z][a-z0-9-]{0,29}$/
const tenantSchemaPattern = /^t_[a-z0-9_]{1,40}$/
const identifierPattern = /^[a-z][a-z0-9_]{0,62}$/

/** Throws RangeError unless `slug` may name a tenant: lower-case latin letters, digits and hyphens, at most 30. */
function checkedSlug(slug: string): string {
  if (!slugPattern.test(slug)) throw new RangeError(`Not a tenant slug: ${JSON.stringify(slug)}`)
  return slug
}

/** Throws RangeError unless `schema` is one of a tenant, `control`, `national` or `extensions`. */
export function checkedSchema(schema: string): string {
  if (tenantSchemaPattern.test(schema) || ['control', 'national', 'extensions'].includes(schema)) return schema
  throw new RangeError(`Not a schema of ours: ${JSON.stringify(schema)}`)
}

/** Throws RangeError unless `name` is a plain lower-case identifier that PostgreSQL will not cut (63 bytes). */
export function checkedIdentifier(name: string): string {
  if (!identifierPattern.test(name)) throw new RangeError(`Not a plain identifier: ${JSON.stringify(name)}`)
  return name
}

/** The schema and role of a tenant. Roles are cluster-wide, so they carry the database's name. */
export function tenantShadow(database: string, slug: string): TenantShadow {
  const tail = checkedSlug(slug).replaceAll('-', '_')
  return { schema: checkedSchema(`t_${tail}`), role: checkedIdentifier(`tn_${database}_${tail}`) }
}

/** The roles behind the two doors that are no tenant's. */
export function platformRoles(database: string) {
  return { control: checkedIdentifier(`ct_${database}`), national: checkedIdentifier(`na_${database}`) }
}

/** The database's name in a connection URL; throws RangeError when it is no plain identifier. */
export function databaseOf(url: string): string {
  return checkedIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)))
}

/** The login in a connection URL; throws RangeError when it is no plain identifier. */
export function loginOf(url: string): string {
  return checkedIdentifier(decodeURIComponent(new URL(url).username))
}
