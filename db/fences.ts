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

/** Functions that run SQL given as text, change a setting, or take what the end of a transaction does not give back. */
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
  'ts_rewrite',
  'dblink',
  'dblink_exec',
  'dblink_connect',
  'dblink_connect_u',
  'pg_advisory_lock',
  'pg_advisory_lock_shared',
  'pg_try_advisory_lock',
  'pg_try_advisory_lock_shared',
]

/** Large objects have no tenant. */
const isForbidden = `(proname = any($5) or proname like 'lo\\_%' or proname in ('lowrite', 'loread'))`

/** Whom a statement of the runtime may speak as: everyone, the runtime itself, or the role of a door. */
const insiders = `insider as (
  select 0::oid as oid, 'public' as name, null as door
  union all select oid, rolname, case rolname when $2 then 'control' when $3 then 'national'
      else 't_' || substr(rolname, length($4) + 1) end
    from pg_roles where rolname in ($1, $2, $3) or starts_with(rolname, $4))`

const insiderValues = ({ runtime, control, national, database }: Logins) =>
  [runtime, control, national, `tn_${database}_`] as const

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
    ...(await openings(client, logins)),
    ...(await strongInsiders(client, logins)),
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

/** Every right that one who comes through the runtime has and must not have. A schema lets in its own door alone. */
async function openings(client: pg.Client, logins: Logins): Promise<Breach[]> {
  const { rows } = await client.query<{ kind: string; object: string; privilege: string; grantee: string }>(
    `with ${insiders}, granted as (
      select 'function' as kind, p.oid::regprocedure::text as object, a.privilege_type, a.grantee
        from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where ${isForbidden}
      union all select 'language', l.lanname, a.privilege_type, a.grantee
        from pg_language l, aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) a
        where l.lanname not in ('internal', 'c')
      union all select 'database', d.datname, a.privilege_type, a.grantee
        from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        where d.datname = current_database() and (a.privilege_type <> 'CONNECT' or a.grantee = 0)
      union all select 'schema', n.nspname, a.privilege_type, a.grantee
        from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
        where n.nspname in ('public', 'control', 'national', 'graphile_worker') or starts_with(n.nspname, 't_'))
    select kind, object, lower(privilege_type) as privilege, i.name as grantee
      from granted g join insider i on i.oid = g.grantee
      where not (kind = 'schema' and privilege_type = 'USAGE' and object = i.door is true)
      order by kind, object, grantee, privilege`,
    [...insiderValues(logins), forbiddenFunctions],
  )
  return rows.map(({ kind, object, privilege, grantee }) => {
    const name = kind === 'function' ? object : checkedIdentifier(object)
    const [who, whom] = grantee === 'public' ? ['Everyone', 'public'] : [grantee, checkedIdentifier(grantee)]
    return {
      what: `${who} has ${privilege} on ${kind} ${name}`,
      sql: `revoke ${privilege} on ${kind} ${name} from ${whom};`,
    }
  })
}

/** What the runtime and the roles behind its doors must not be able to do or become. */
async function strongInsiders(client: pg.Client, logins: Logins): Promise<Breach[]> {
  const { owner, jobs } = checkedLogins(logins)
  const breaches: Breach[] = []
  const strong = await client.query<{ name: string }>(
    `with ${insiders} select i.name from insider i join pg_roles r on r.oid = i.oid
      where r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication
        or (r.rolinherit and r.rolname = $1) order by 1`,
    [...insiderValues(logins)],
  )
  for (const { name } of strong.rows) {
    breaches.push({
      what: `${name} has more than a login of the runtime may`,
      sql: `alter role ${checkedIdentifier(name)} noinherit nosuperuser nocreaterole nocreatedb nobypassrls noreplication;`,
    })
  }
  // A door's role is a member of nothing. The runtime is one of its doors, but without their rights until it opens one.
  const memberships = await client.query<{ member: string; name: string; grantor: string; becomes: boolean }>(
    `with ${insiders}, membership as (
      select i.name as member, granted.rolname as name, grantor.rolname as grantor,
          i.name <> $1 or granted.rolname like 'pg\\_%' or granted.rolsuper or granted.rolname in ($5, $6) as becomes,
          to_jsonb(m) ->> 'inherit_option' = 'true' as inherits
        from pg_auth_members m join insider i on i.oid = m.member join pg_roles granted on granted.oid = m.roleid
          join pg_roles grantor on grantor.oid = m.grantor)
    select member, name, grantor, becomes from membership where becomes or inherits order by 1, 2, 3`,
    [...insiderValues(logins), owner, jobs],
  )
  for (const { member, name, grantor, becomes } of memberships.rows) {
    const [role, by] = [checkedIdentifier(name), checkedIdentifier(grantor)]
    breaches.push({
      what: becomes ? `${member} may become ${role}` : `${member} has the rights of ${role} without its door`,
      sql: `revoke ${becomes ? '' : 'inherit option for '}${role} from ${checkedIdentifier(member)} granted by ${by};`,
    })
  }
  const owns = await client.query<{ name: string }>(
    `with ${insiders} select distinct i.name from pg_class c join insider i on i.oid = c.relowner order by 1`,
    [...insiderValues(logins)],
  )
  for (const name of owns.rows.map((row) => checkedIdentifier(row.name))) {
    breaches.push({ what: `${name} owns tables`, sql: `reassign owned by ${name} to ${owner};` })
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
