import { addDraftAttachments, draftLimits, removeDraftAttachment } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { FileLimits } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'
import { registrationDraft } from './registration.ts'
import { holdRegistration, registrarOf } from './register-appeal.server.ts'

const draftOf = (ctx: TenantContext, key: string) => registrationDraft(registrarOf(ctx).id, key)

/** How many files may still come with what is registered under `key`. Throws ForbiddenError. */
export async function allowRegistrationFiles(ctx: TenantContext, key: string): Promise<FileLimits> {
  authorize(ctx.ability, 'register', 'Appeal')
  return draftLimits(ctx, draftOf(ctx, key))
}

/** Keeps files until the page is sent. Throws ForbiddenError, InvalidInput. */
export const keepRegistrationFiles = (ctx: TenantContext, key: string, sent: SentForm): Promise<void> =>
  addDraftAttachments(ctx, draftOf(ctx, key), sent, holdRegistration(key))

/** Takes one of them out again. Throws ForbiddenError, NotFound. */
export const removeRegistrationFile = (ctx: TenantContext, key: string, id: string): Promise<void> =>
  removeDraftAttachment(ctx, draftOf(ctx, key), id, holdRegistration(key))
