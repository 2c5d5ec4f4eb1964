import type pg from 'pg'
import { checkedIdentifier, databaseOf, loginOf, platformRoles } from './names.ts'

/** The logins of an installation, all on one database. */
export interface Logins {
  readonly database: string
  /** What the server runs as: inherits nothing, owns nothing. */
  readonly runtime: string
  /** What migrates and provisions. */
  readonly owner: string
  /** What the job queue runs as, on a direct connection. */
  readonly jobs: string
  readonly control: string
  readonly national: string
}

/** Functions that run SQL given as text or change a setting: with any of them one statement leaves its tenant. */
const forbiddenFunctions = [
  'set_config',
  'query_to_xml',
  'query_to_xmlschema',
  'query_to_xml_and_xmlschema',
  'cursor_to_xml',
  'cursor_to_xmlschema',
  'table_to_xml',
  'table_to_xmlschema',
  'table_to_xml_and_xmlschema',
  'schema_to_xml',
  'schema_to_xmlschema',
  'schema_to_xml_and_xmlschema',
  'database_to_xml',
  'database_to_xmlschema',
  'database_to_xml_and_xmlschema',
  'ts_stat',
  'dblink',
  'dblink_exec',
  'dblink_connect',
  'dblink_connect_u',
]

/** `ts_stat`, like the XML family, runs a query given as text. Large objects have no tenant. */
const forbiddenPattern = `(proname = any($1) or proname like 'lo\\_%' or proname in ('lowrite', 'loread'))`

async function publicFunctions(client: pg.Client): Promise<string[]> {
  const result = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
      where ${forbiddenPattern} and has_function_privilege('public', p.oid, 'execute') order by 1`,
    [forbiddenFunctions],
  )
  return result.rows.map((row) => row.signature)
}

interface Breach {
  /** What stands open, for the operator. */
  readonly what: string
  /** What a superuser must run, in this database, to close it. */
  readonly sql: string
}

async function holds(client: pg.Client, question: string, values: readonly unknown[] = []): Promise<boolean> {
  const result = await client.query<{ answer: boolean | null }>(`select (${question}) as answer`, [...values])
  return result.rows[0]?.answer === true
}

/**
 * Looks for every opening by which one statement could read another region. Any login may ask.
 * Empty when all fences hold. A mere owner's REVOKE only warns, so this is asked at every start.
 */
export async function findBreaches(client: pg.Client, logins: Logins): Promise<Breach[]> {
  return [
    ...(await missingDoors(client, logins)),
    ...(await openFunctions(client)),
    ...(await openDatabase(client, logins)),
    ...(await strongRuntime(client, logins)),
  ]
}

/** What the doors, the owner and the queue cannot do without. */
async function missingDoors(client: pg.Client, logins: Logins): Promise<Breach[]> {
  const { runtime, owner, jobs } = checkedLogins(logins)
  const database = checkedIdentifier(logins.database)
  const breaches: Breach[] = []
  for (const role of [logins.control, logins.national].map(checkedIdentifier)) {
    if (!(await holds(client, `exists (select from pg_roles where rolname = $1)`, [role]))) {
      breaches.push({ what: `The role ${role} is missing`, sql: `create role ${role} login noinherit;` })
      breaches.push({ what: `${runtime} cannot open the door of ${role}`, sql: `grant ${role} to ${runtime};` })
    } else if (!(await holds(client, `pg_has_role($1, $2, 'member')`, [runtime, role]))) {
      breaches.push({ what: `${runtime} cannot open the door of ${role}`, sql: `grant ${role} to ${runtime};` })
    }
  }
  if (!(await holds(client, `exists (select from pg_roles where rolname = $1 and rolcreaterole)`, [owner]))) {
    breaches.push({ what: `${owner} cannot make a region's role`, sql: `alter role ${owner} createrole;` })
  }
  for (const login of [owner, jobs]) {
    // Asked of the grant itself: what it has as one of everyone is about to be taken away.
    const writesCode = `exists (select from pg_language l, aclexplode(l.lanacl) a join pg_roles r on r.oid = a.grantee
      where l.lanname = 'plpgsql' and r.rolname = $1)`
    if (!(await holds(client, writesCode, [login]))) {
      breaches.push({ what: `${login} cannot write code`, sql: `grant usage on language plpgsql, sql to ${login};` })
    }
    if (!(await holds(client, `has_database_privilege($1, $2, 'create')`, [login, database]))) {
      breaches.push({ what: `${login} cannot make schemas`, sql: `grant create on database ${database} to ${login};` })
    }
  }
  for (const login of [owner, runtime, jobs]) {
    const granted = `exists (select from pg_database d, aclexplode(d.datacl) a join pg_roles r on r.oid = a.grantee
      where d.datname = $2 and r.rolname = $1 and a.privilege_type = 'CONNECT')`
    if (!(await holds(client, granted, [login, database]))) {
      breaches.push({
        what: `${login} has no right of its own to connect`,
        sql: `grant connect on database ${database} to ${login};`,
      })
    }
  }
  return breaches
}

async function openFunctions(client: pg.Client): Promise<Breach[]> {
  const languages = await client.query<{ name: string }>(
    `select lanname as name from pg_language
      where lanname not in ('internal', 'c') and has_language_privilege('public', oid, 'usage') order by 1`,
  )
  return [
    ...(await publicFunctions(client)).map((signature) => ({
      what: `Everyone may run ${signature}`,
      sql: `revoke execute on function ${signature} from public;`,
    })),
    ...languages.rows.map(({ name }) => ({
      what: `Everyone may write code in ${name}`,
      sql: `revoke usage on language ${checkedIdentifier(name)} from public;`,
    })),
  ]
}

async function openDatabase(client: pg.Client, logins: Logins): Promise<Breach[]> {
  const database = checkedIdentifier(logins.database)
  const breaches: Breach[] = []
  for (const privilege of ['temp', 'create', 'connect']) {
    if (await holds(client, `has_database_privilege('public', current_database(), $1)`, [privilege])) {
      breaches.push({
        what: `Everyone has ${privilege}`,
        sql: `revoke ${privilege} on database ${database} from public;`,
      })
    }
  }
  for (const privilege of ['usage', 'create']) {
    if (await holds(client, `has_schema_privilege('public', 'public', $1)`, [privilege])) {
      const what = `Everyone has ${privilege} on schema public`
      breaches.push({ what, sql: `revoke ${privilege} on schema public from public;` })
    }
  }
  return breaches
}

/** What the runtime login must not be able to do or become. */
async function strongRuntime(client: pg.Client, logins: Logins): Promise<Breach[]> {
  const { runtime, owner, jobs } = checkedLogins(logins)
  const breaches: Breach[] = []
  const attributes = `exists (select from pg_roles where rolname = $1 and
    (rolinherit or rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication))`
  if (await holds(client, attributes, [runtime])) {
    breaches.push({
      what: `${runtime} has more than a runtime login may`,
      sql: `alter role ${runtime} noinherit nosuperuser nocreaterole nocreatedb nobypassrls noreplication;`,
    })
  }
  const memberships = await client.query<{ name: string }>(
    `select granted.rolname as name from pg_auth_members m join pg_roles member on member.oid = m.member
      join pg_roles granted on granted.oid = m.roleid
      where member.rolname = $1 and (granted.rolname like 'pg\\_%' or granted.rolsuper or granted.rolname in ($2, $3))`,
    [runtime, owner, jobs],
  )
  for (const { name } of memberships.rows) {
    breaches.push({ what: `${runtime} may become ${name}`, sql: `revoke ${checkedIdentifier(name)} from ${runtime};` })
  }
  const owns = `exists (select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1)`
  if (await holds(client, owns, [runtime])) {
    breaches.push({ what: `${runtime} owns tables`, sql: `reassign owned by ${runtime} to ${owner};` })
  }
  return breaches
}

const checkedLogins = ({ runtime, owner, jobs }: Logins) => ({
  runtime: checkedIdentifier(runtime),
  owner: checkedIdentifier(owner),
  jobs: checkedIdentifier(jobs),
})

/**
 * Makes the logins, the doors' roles and the fences of one database. Needs a superuser connected to that database;
 * running it again only sets the passwords.
 */
export async function raiseFences(
  superuser: pg.Client,
  logins: Logins,
  passwords: Readonly<Record<'runtime' | 'owner' | 'jobs', string>>,
): Promise<void> {
  for (const which of ['runtime', 'owner', 'jobs'] as const) {
    const login = checkedIdentifier(logins[which])
    const known = await superuser.query('select 1 from pg_roles where rolname = $1', [login])
    if (known.rowCount === 0) await superuser.query(`create role ${login} login noinherit`)
    await superuser.query(`alter role ${login} password ${superuser.escapeLiteral(passwords[which])}`)
  }
  for (const breach of await findBreaches(superuser, logins)) await superuser.query(breach.sql)
}

/** The logins of an installation, read from the URLs its processes are given. */
export function loginsOf(urls: { runtime: string; owner: string; direct: string }): Logins {
  const database = databaseOf(urls.runtime)
  return {
    database,
    runtime: loginOf(urls.runtime),
    owner: loginOf(urls.owner),
    jobs: loginOf(urls.direct),
    ...platformRoles(database),
  }
}
