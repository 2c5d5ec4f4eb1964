import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { AssignAppeal, ClassifyAppeal, ForwardAppeal } from './appeals.schema.ts'
import { assignAppeal } from './assign-appeal.server.ts'
import { classifyAppeal } from './classify-appeal.server.ts'
import { contestShare } from './contest-share.server.ts'
import { keepShare, redirectShare } from './decide-contest.server.ts'
import type { Done } from './done.ts'
import { forwardAppeal } from './forward-appeal.server.ts'
import { afterwards, backTo } from './place.server.ts'
import { renewShareLink, revokeShareLink } from './send-share-link.server.ts'
import { ContestShare, KeepShare, OfShare, RedirectShare, SplitAppeal } from './shares.schema.ts'
import { splitAppeal } from './split-appeal.server.ts'

type Command<I> = (ctx: TenantContext, appealId: string, input: I) => Promise<void>

/** A form after which somebody goes on to the next appeal of the list, or stays at this one. */
const formOf = <S extends z.ZodType>(schema: S, command: Command<z.output<S>>, done: Done, next: boolean) =>
  form<TenantContext, S>(schema, async (ctx, { appealId = '' }, input, { request }) => {
    await command(ctx, appealId, input)
    return redirect(next ? afterwards(ctx, request, appealId, done) : backTo(ctx, request, appealId, done))
  })

/** The forms of an appeal's page that say what it is in law, and who has which part of it. */
export const bodyForms = {
  classify: formOf(ClassifyAppeal, classifyAppeal, 'classified', false),
  assign: formOf(AssignAppeal, assignAppeal, 'assigned', true),
  forward: formOf(ForwardAppeal, forwardAppeal, 'forwarded', true),
  split: formOf(SplitAppeal, splitAppeal, 'split', true),
  contest: formOf(ContestShare, contestShare, 'contested', true),
  keep: formOf(KeepShare, keepShare, 'kept', false),
  redirect: formOf(RedirectShare, redirectShare, 'redirected', false),
  renewLink: formOf(OfShare, renewShareLink, 'linkSent', false),
  revokeLink: formOf(OfShare, revokeShareLink, 'linkRevoked', false),
}
