/** What infra/cli/prepare.ts wrote about the demo: addresses and sign-ins. */
export interface DemoSignIns {
  readonly portals: readonly { slug: string; name: string; portal: string; staff: string }[]
  readonly platform: string
  readonly people: readonly {
    host: string
    role: string
    name: string
    email: string
    password: string
    secondFactorKey?: string
  }[]
}

/** What is where and who may come in, as lines for the terminal. */
export function summarize(
  demo: DemoSignIns,
  { mail, sms, codes }: Readonly<Partial<Record<'mail' | 'sms' | 'codes', string>>>,
): string[] {
  const places = [
    ...demo.portals.flatMap(({ name, portal, staff }) => [
      [name, portal],
      ['', `${staff}  (staff)`],
    ]),
    ['Platform', demo.platform],
    ...(mail ? [['Mail sent', mail]] : []),
    ...(sms ? [['SMS sent', sms]] : []),
    ...(codes ? [['Codes', `${codes}  (second step of the sign-ins marked with *)`]] : []),
  ]
  const people = demo.people.map(({ host, role, name, email, password, secondFactorKey }) => [
    host,
    role,
    name,
    email,
    secondFactorKey ? `${password} *` : password,
  ])
  const heads = ['Where', 'Role', 'Name', 'E-mail', 'Password']
  return ['', ...columns(places), '', ...columns(people.length > 0 ? [heads, ...people] : []), '']
}

/** Rows as text columns, each as wide as its longest cell. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, [...cell].length)))
  const pad = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length)
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd())
}
