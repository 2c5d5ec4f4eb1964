import { ForbiddenError } from '@casl/ability'
import { data, redirect } from '@remix-run/node'
import { ZodError } from 'zod'
import type { AnyContext } from '../context.ts'
import {
  ForeignForm,
  InvalidInput,
  isDatabaseAway,
  NotFound,
  OnlyReading,
  Refusal,
  SecondFactorNeeded,
  SignInNeeded,
  TooManyTries,
  type FieldMessages,
} from '../errors.ts'
import { paths } from '../paths.ts'
import type { FormReply } from './form-reply.ts'

/** The status of a failure that ends the page; undefined for one that nobody foresaw. */
export function statusOf(error: unknown): number | undefined {
  if (error instanceof SignInNeeded) return 401
  if (error instanceof NotFound) return 404
  if (error instanceof ForbiddenError || error instanceof ForeignForm || error instanceof SecondFactorNeeded) return 403
  if (error instanceof Refusal) return 409
  if (error instanceof OnlyReading) return 423
  if (error instanceof ZodError || error instanceof InvalidInput) return 422
  if (error instanceof TooManyTries) return 429
  if (isDatabaseAway(error)) return 503
  return undefined
}

/** What a loader or action must throw for `error`: an error page, a way to sign in, or the error itself. */
export function asThrown(error: unknown, request: Request): unknown {
  // A form is not led away: what was written into it would be lost on the way.
  if (error instanceof SignInNeeded && request.method !== 'POST') {
    const { pathname, search } = new URL(request.url)
    return redirect(paths.signIn(pathname + search))
  }
  if (error instanceof SecondFactorNeeded && request.method !== 'POST') return redirect(paths.secondFactor())
  const status = statusOf(error)
  if (status === undefined) return error
  const headers = error instanceof TooManyTries ? { 'Retry-After': String(error.retryAfter) } : undefined
  return data(null, { status, headers })
}

/** Fields that are never shown again. */
const secretField = /password|secondFactorCode|recoveryCode|passkeyReply|clientSecret/i

/** How long to wait, in minutes; never none. */
const minutesOf = (error: TooManyTries): number => Math.ceil(error.retryAfter / 60)

/** What the form shows for `error`; undefined where the page as a whole has failed. */
export function asReply(error: unknown, ctx: AnyContext, intent: string, typed: Readonly<Record<string, string>>) {
  const fields = messagesOf(error)
  const refusal =
    error instanceof Refusal
      ? ctx.t(error.reason.key, error.reason.values)
      : error instanceof ForeignForm
        ? ctx.t('common:error.form')
        : error instanceof OnlyReading
          ? ctx.t('common:error.suspended')
          : error instanceof TooManyTries
            ? `${ctx.t('common:page.429.title')}. ${ctx.t('common:page.wait', { minutes: minutesOf(error) })}`
            : undefined
  if (!fields && !refusal) return undefined
  const errors = Object.entries(fields ?? {}).map(([field, message]) => ({
    field,
    message: typeof message === 'string' ? ctx.t(message) : ctx.t(message.key, message.values),
  }))
  const values = Object.fromEntries(Object.entries(typed).filter(([field]) => !secretField.test(field)))
  const reply: FormReply = { intent, values, errors, ...(refusal ? { refusal } : {}) }
  return data(reply, { status: statusOf(error) })
}

/** What `error` says of each field; undefined where it is about none. */
export function messagesOf(error: unknown): FieldMessages | undefined {
  if (error instanceof InvalidInput) return error.fields
  if (!(error instanceof ZodError)) return undefined
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    // Zod's own words are English and for programmers; ours are keys.
    fields[field] ??= /^[a-z][A-Za-z]*:[\w.]+$/.test(issue.message) ? issue.message : 'common:error.invalid'
  }
  return fields
}
