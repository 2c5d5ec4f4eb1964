import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import type { Done } from './done.ts'
import { afterwards, backTo } from './place.server.ts'

type Command<I> = (ctx: TenantContext, appealId: string, input: I) => Promise<unknown>

/** A form of an appeal's page after which somebody goes on to the `next` appeal of the list, or stays at this one. */
export const formOf = <S extends z.ZodType>(schema: S, command: Command<z.output<S>>, done: Done, next: boolean) =>
  form<TenantContext, S>(schema, async (ctx, { appealId = '' }, input, { request }) => {
    await command(ctx, appealId, input)
    return redirect(next ? afterwards(ctx, request, appealId, done) : backTo(ctx, request, appealId, done))
  })
