import type { ThrowawayDemo } from '#infra/check/e2e-env.ts'
import type { Memory, Shot } from './load.ts'
import { formType, hiddenField, openVisitor, type Visitor } from './visitor.ts'

/** What the benchmark knows of the product's forms and pages stands in this file alone. */

const paths = {
  home: '/kk',
  newAppeal: '/kk/appeals/new',
  track: '/kk/track',
  tracked: (appealId: string) => `/kk/appeals/${appealId}`,
  receipt: (appealId: string) => `/kk/appeals/${appealId}/receipt`,
  worklist: '/desk?view=open',
  appeal: (appealId: string) => `/desk/appeals/${appealId}`,
}

/** First pages of residents, which are weighed. */
export const firstPages = [paths.home, paths.newAppeal, paths.track]

/** The pages of a new appeal with what a resident sends from each; another mailbox each time, as tries are counted by it. */
const answers = (turn: number | string): readonly (readonly [question: string, fields: Record<string, string>])[] => [
  ['intent', { meant: 'problem' }],
  ['topic', { category: 'none' }],
  ['text', { text: 'Көшеде жарық жоқ, шамдарды жөндеуді сұраймын. На улице нет света.' }],
  ['place', { placeAddress: '', placeLandmark: '' }],
  ['person', { kind: 'person' }],
  ['name', { fullName: 'Сынақова Әсел' }],
  ['iin', { iin: '900515300018' }],
  ['address', { address: 'Абай даңғылы, 10-үй' }],
  ['reply', { answerChannels: 'mail', email: `bench-${turn}@mail.example` }],
  ['language', { language: 'kk' }],
  ['files', { intent: 'files' }],
]
const question = (name: string) => `${paths.newAppeal}/${name}`

export interface FiledAppeal {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly resident: Visitor
}

export async function fileAppeal(port: number, host: string, turn: string): Promise<FiledAppeal> {
  const resident = openVisitor(port, host)
  for (const [name, fields] of answers(turn)) await resident.send(question(name), fields)
  const check = (await resident.ask(question('check'))).bytes.toString('utf8')
  const path = await resident.send(question('check'), { version: hiddenField(check, 'version') })
  const id = path.split('/')[3] ?? ''
  const receipt = (await resident.ask(paths.receipt(id))).bytes.toString('utf8')
  const [number = ''] = /\d\d-\d\d-\d{6}/.exec(receipt) ?? []
  const [code = ''] = /[0-9A-HJ-NP-TV-Z]{4} [0-9A-HJ-NP-TV-Z]{4}/.exec(receipt.replace(/<[^>]+>/g, ' ')) ?? []
  return { id, number, code, resident }
}

export async function signIn(demo: ThrowawayDemo, host: string, role: string): Promise<Visitor> {
  const person = demo.signIns.people.find((one) => one.host === host && one.role === role)
  if (!person) throw new Error(`The demo has no ${role} at ${host}`)
  const visitor = openVisitor(demo.port, host)
  await visitor.send('/sign-in', { email: person.email, password: person.password, next: '' })
  return visitor
}

export async function assign(dispatcher: Visitor, appealId: string): Promise<void> {
  const path = paths.appeal(appealId)
  const page = (await dispatcher.ask(path)).bytes.toString('utf8')
  const [, agencyId = ''] = /name="agencyId".*?<option value="([0-9a-f-]{36})"/s.exec(page) ?? []
  await dispatcher.send(path, { intent: 'assign', agencyId, version: hiddenField(page, 'version') })
}

interface Scene {
  readonly port: number
  readonly host: string
  readonly appeal: FiledAppeal
  readonly dispatcher: Visitor
}

const seen = (visitor: Visitor, path: string): Shot => ({ path, headers: () => ({ Cookie: visitor.cookies() }) })

async function posted(visitor: Visitor, path: string, fields: (turn: number) => Record<string, string>): Promise<Shot> {
  const formToken = await visitor.formToken()
  return {
    path,
    headers: () => ({ Cookie: visitor.cookies(), 'Content-Type': formType }),
    body: (turn) => new URLSearchParams({ formToken, ...fields(turn) }).toString(),
  }
}

/** Files an appeal, page after page, as a browser that never came before. */
async function filed(port: number, host: string): Promise<readonly Shot[]> {
  const visitor = openVisitor(port, host)
  const formToken = await visitor.formToken()
  const browser = visitor.cookies()
  const headers = ({ draft = '' }: Memory) => ({ Cookie: `${browser}; ${draft}`, 'Content-Type': formType })
  const page = (name: string, fields: (turn: number, memory: Memory) => Record<string, string>): Shot => ({
    path: question(name),
    headers,
    body: (turn, memory) => new URLSearchParams({ formToken, ...fields(turn, memory) }).toString(),
    learn: (memory, _body, sent) => {
      memory.draft = /bt_draft=[^;"]+/.exec(sent)?.[0] ?? memory.draft ?? ''
    },
  })
  return [
    ...answers('').map(([name], at) => page(name, (turn) => answers(turn)[at]?.[1] ?? {})),
    {
      path: question('check'),
      headers,
      learn: (memory, body) => {
        memory.version = hiddenField(body, 'version')
      },
    },
    page('check', (_turn, { version = '' }) => ({ version })),
  ]
}

/** What is measured, by name: requests that are sent one after the other. */
export const scenarios: Readonly<Record<string, (scene: Scene) => Promise<readonly Shot[]>>> = {
  home: async ({ appeal }) => [seen(appeal.resident, paths.home)],
  submit: ({ port, host }) => filed(port, host),
  track: async ({ appeal: { id, number, code, resident } }) => [
    await posted(resident, paths.track, () => ({ number, code })),
    seen(resident, paths.tracked(id)),
  ],
  worklist: async ({ dispatcher }) => [seen(dispatcher, paths.worklist)],
  appeal: async ({ appeal, dispatcher }) => [seen(dispatcher, paths.appeal(appeal.id))],
}
