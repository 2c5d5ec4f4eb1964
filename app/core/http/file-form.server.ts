import type { z } from 'zod'
import type { TenantContext } from '../context.ts'
import { InvalidInput, type FieldMessages } from '../errors.ts'
import type { FileLimits } from '../files.ts'
import { messagesOf } from './failures.server.ts'
import type { Receiving, SentForm } from './multipart.server.ts'
import type { Act, Asked, Form, Params } from './routes.server.ts'

/** What a form with files is made of. */
interface FileFormParts<S extends z.ZodType> {
  /** Asked before the first file is read: how much may come. Throws where this person may bring nothing here. */
  readonly allow: (ctx: TenantContext, params: Params, asked: Asked) => Promise<FileLimits>
  /** Keeps the files that came; throws InvalidInput for what is wrong with them. */
  readonly keep: (ctx: TenantContext, params: Params, sent: SentForm, asked: Asked) => Promise<void>
  readonly schema: S
  readonly act: Act<TenantContext, z.output<S>>
}

/**
 * A form that may bring files. They are kept before the fields are judged: a browser cannot show a chosen file again, so
 * what is wrong with a word must not cost them. `act` is reached when both are right.
 */
export function fileForm<S extends z.ZodType>({ allow, keep, schema, act }: FileFormParts<S>): Form<TenantContext> {
  return {
    receive: async (ctx, params, asked): Promise<Receiving> => {
      await ctx.limits.count('uploadByAddress', asked.clientAddress)
      const limits = await allow(ctx, params, asked)
      return { limits, upload: await ctx.files.openUpload() }
    },
    take: async (ctx, params, typed, asked, sent) => {
      const wrong: Record<string, FieldMessages[string]> = {}
      const note = (error: unknown) => {
        const messages = messagesOf(error)
        if (!messages) throw error
        Object.assign(wrong, messages)
      }
      const checked = await schema.safeParseAsync(typed)
      if (!checked.success) note(checked.error)
      if (sent && (sent.files.length > 0 || sent.tooMany)) await keep(ctx, params, sent, asked).catch(note)
      if (!checked.success || Object.keys(wrong).length > 0) throw new InvalidInput(wrong)
      return act(ctx, params, checked.data, asked)
    },
  }
}
