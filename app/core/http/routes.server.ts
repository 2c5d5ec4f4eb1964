import type { ActionFunctionArgs, data, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { isSeeing, type PersonContext, type PlatformContext, type TenantContext } from '../context.ts'
import {
  ForeignForm,
  InvalidInput,
  NotFound,
  OnlyReading,
  Refusal,
  SecondFactorNeeded,
  SignInNeeded,
  TooManyTries,
} from '../errors.ts'
import { isLocale } from '../i18n/locales.ts'
import { asReply, asThrown } from './failures.server.ts'
import { isMultipart, readMultipart, type Receiving, type SentForm } from './multipart.server.ts'

export type Params = Readonly<Record<string, string>>
type Load<C, T> = (ctx: C, params: Params, request: Request, clientAddress: string) => Promise<T>
/** Where a taken form leads, or what its page shows once and never again. */
export type Outcome = Response | ReturnType<typeof data<unknown>>
/** What a form does with its checked input. */
export type Act<C, I> = (ctx: C, params: Params, input: I, asked: Asked) => Promise<Outcome>

/** The request behind a form, and where it came from. */
export interface Asked {
  readonly request: Request
  readonly clientAddress: string
}

/** One form of a page: what it must hold, and what is done with it. */
export interface Form<C> {
  readonly take: (ctx: C, params: Params, typed: Typed, asked: Asked, sent?: SentForm) => Promise<Outcome>
  /** Of a form with files (`fileForm`): where they go. Asked before the first of them is read; throws to keep them out. */
  readonly receive?: (ctx: C, params: Params, asked: Asked) => Promise<Receiving>
}

type Typed = Readonly<Record<string, unknown>>

/** A form whose fields are checked by `schema` before `act` sees them. */
export function form<C extends TenantContext | PlatformContext, S extends z.ZodType>(
  schema: S,
  act: Act<C, z.output<S>>,
): Form<C> {
  return { take: async (ctx, params, typed, asked) => act(ctx, params, await schema.parseAsync(typed), asked) }
}

/** The page's forms by their `intent`. */
type Forms<C> = Readonly<Record<string, Form<C>>>

type Enter<C> = (args: LoaderFunctionArgs) => Promise<C>

const enterTenant: Enter<TenantContext> = async ({ context, params }) => {
  if (params.locale !== undefined && !isLocale(params.locale)) throw new NotFound('Language')
  const ctx = await context.enter()
  // A region's page does not exist on the platform's host, nor the other way round.
  if (ctx.world !== 'tenant') throw new NotFound('Page')
  return ctx
}

const enterStaff: Enter<TenantContext> = async (args) => {
  const ctx = await enterTenant(args)
  if (ctx.principal.kind !== 'staff') throw whyNobody(ctx)
  if (!ctx.seeing) return ctx
  // No door to write by: what no form of ours asks for is refused too.
  return { ...ctx, ...ctx.seeing, write: () => Promise.reject(new Refusal('common:error.seeing')) }
}

/** Either world: sign-in and the like are the same in both. */
const enterAny: Enter<TenantContext | PlatformContext> = ({ context }) => context.enter()

const enterOperator: Enter<PlatformContext> = async ({ context }) => {
  const ctx = await context.enter()
  if (ctx.world !== 'platform') throw new NotFound('Page')
  if (ctx.principal.kind !== 'platform') throw whyNobody(ctx)
  return ctx
}

const enterPerson: Enter<PersonContext> = async ({ context }) => {
  const ctx = await context.enter()
  if (!ctx.signedIn) throw new SignInNeeded()
  return { ...ctx, signedIn: ctx.signedIn }
}

/** The same, once the second factor is set up where the role asks for one. */
const enterAccount: Enter<PersonContext> = async (args) => {
  const ctx = await enterPerson(args)
  if (ctx.signedIn.secondFactorDue) throw new SecondFactorNeeded()
  return ctx
}

const whyNobody = (ctx: TenantContext | PlatformContext) =>
  ctx.signedIn?.secondFactorDue ? new SecondFactorNeeded() : new SignInNeeded()

const loaderFor =
  <C>(enter: Enter<C>) =>
  <T>(load: Load<C, T>) =>
  async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await load(await enter(args), paramsOf(args.params), args.request, args.context.clientAddress)
    } catch (error) {
      if (error instanceof TooManyTries) args.context.page.retryAfter = error.retryAfter
      throw asThrown(error, args.request)
    }
  }

/** Takes the page's forms; a form that cannot be taken comes back to its page with everything typed. */
const actionFor =
  <C extends TenantContext | PlatformContext>(enter: Enter<C>, { hasPage = true, ofOwnAccount = false } = {}) =>
  (forms: Form<C> | Forms<C>) =>
  async (args: ActionFunctionArgs) => {
    const { request, context } = args
    const asked: Asked = { request, clientAddress: context.clientAddress }
    let entered: { ctx: C; intent: string } | undefined
    let typed: Typed = {}
    let sent: SentForm | undefined
    const choose = async ({ formToken, intent = '', ...fields }: Typed) => {
      typed = fields
      const ctx = await enter(args)
      entered = { ctx, intent: String(intent) }
      if (!context.isOwnForm(formToken)) throw new ForeignForm()
      if (!ofOwnAccount && mayOnlyRead(ctx)) throw new OnlyReading()
      if (isSeeing(ctx)) throw new Refusal('common:error.seeing')
      const chosen = isForm(forms) ? forms : Object.hasOwn(forms, entered.intent) ? forms[entered.intent] : undefined
      if (!chosen) throw new NotFound('Form')
      return { ctx, chosen, params: paramsOf(args.params) }
    }
    try {
      if (isMultipart(request.headers.get('Content-Type'))) {
        // The token stands before the files in every form of ours, and a stranger's files are never written.
        sent = await readMultipart(request, async (before) => {
          const { ctx, chosen, params } = await choose(typedOf(before))
          if (!chosen.receive) throw new InvalidInput({})
          return chosen.receive(ctx, params, asked)
        })
      }
      const fields = sent ? typedOf(sent.fields) : await fieldsOf(request)
      const { ctx, chosen, params } = await choose(fields)
      if (sent?.refused) throw sent.refused
      return await chosen.take(ctx, params, typed, asked, sent)
    } catch (error) {
      const text = onlyText(typed)
      context.page.keptText = text.text ?? ''
      if (error instanceof TooManyTries) context.page.retryAfter = error.retryAfter
      const reply = hasPage && entered && asReply(error, entered.ctx, entered.intent, text)
      // A script of ours reads the reply itself: Remix would send it as 200 where there is no page.
      if (reply) return readsJson(request) ? Response.json(reply.data, reply.init ?? {}) : reply
      throw asThrown(error, request)
    } finally {
      await sent?.drop()
    }
  }

/** Of a suspended region everybody on the staff; residents are not touched by it. */
const mayOnlyRead = (ctx: TenantContext | PlatformContext) =>
  ctx.world === 'tenant' && ctx.tenant.status === 'suspended' && ctx.principal.kind === 'staff'

const readsJson = (request: Request) => request.headers.get('Accept') === 'application/json'

const isForm = <C>(forms: Form<C> | Forms<C>): forms is Form<C> => typeof forms.take === 'function'

/** More fields than any form of ours has: what sends more is no form, and must not cost us anything. */
const mostFields = 200

/** Fields of a form without files, as typed. */
async function fieldsOf(request: Request): Promise<Typed> {
  const body = await request.text()
  // Counted before it is parsed: parsing is what would cost.
  if (body.split('&', mostFields + 1).length > mostFields) throw new InvalidInput({})
  return typedOf(new URLSearchParams(body))
}

/**
 * A field that comes several times becomes a list. Zero bytes are left out: PostgreSQL cannot hold them, and nobody types
 * them.
 */
function typedOf(pairs: Iterable<readonly [name: string, value: string]>): Typed {
  const fields = new Map<string, string | string[]>()
  for (const [name, raw] of pairs) {
    const value = raw.replaceAll('\0', '')
    const former = fields.get(name)
    fields.set(name, former === undefined ? value : [former, value].flat())
  }
  return Object.fromEntries(fields)
}

/** Ids of a URL; one that PostgreSQL could not even compare names nothing. */
function paramsOf(params: Readonly<Record<string, string | undefined>>): Params {
  const entries = Object.entries(params).map(([name, value]) => [name, value ?? ''] as const)
  if (entries.some(([, value]) => value.includes('\0'))) throw new NotFound('Page')
  return Object.fromEntries(entries)
}

function onlyText(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value)]),
  )
}

/** A page that a region and the platform have alike: the ways in and out. */
export const anyLoader = loaderFor(enterAny)
export const anyAction = actionFor(enterAny, { ofOwnAccount: true })
/** A form that is posted to a URL without a page of its own: what is wrong with it becomes an error page. */
export const pagelessAction = actionFor(enterAny, { hasPage: false, ofOwnAccount: true })
/** A page of a region that anyone may ask for. */
export const tenantLoader = loaderFor(enterTenant)
export const tenantAction = actionFor(enterTenant)
/** A page of a region's staff: others are led to the sign-in. */
export const staffLoader = loaderFor(enterStaff)
export const staffAction = actionFor(enterStaff)
/** A form of theirs that a file answers: what is wrong with it becomes an error page. */
export const staffFileAction = actionFor(enterStaff, { hasPage: false })
/** A page of the platform's own people; it carries no tenant. */
export const operatorLoader = loaderFor(enterOperator)
export const operatorAction = actionFor(enterOperator)
/** A page of whoever is signed in, in either world. */
export const accountLoader = loaderFor(enterAccount)
export const accountAction = actionFor(enterAccount, { ofOwnAccount: true })
/** What a script of such a page asks for: a failure is a status. */
export const scriptAccountAction = actionFor(enterAccount, { hasPage: false, ofOwnAccount: true })
/** The one page that a person sees before the second factor is set up. */
export const personLoader = loaderFor(enterPerson)
export const personAction = actionFor(enterPerson, { ofOwnAccount: true })
