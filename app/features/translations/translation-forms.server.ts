import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { backTo, DraftAnswer, type Done } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { askDraftTranslation, askTranslation } from './ask-translation.server.ts'
import { declineTranslation, finishTranslation } from './close-translation.server.ts'
import { takeTranslation } from './take-translation.server.ts'
import {
  AskTranslation,
  DeclineTranslation,
  draftTranslation,
  FinishTranslation,
  translationChoice,
} from './translations.schema.ts'

type Command<I> = (ctx: TenantContext, appealId: string, input: I) => Promise<void>

/** A form after which somebody stays at the appeal. */
const formOf = <S extends z.ZodType>(schema: S, command: Command<z.output<S>>, done: Done) =>
  form<TenantContext, S>(schema, async (ctx, { appealId = '' }, input, { request }) => {
    await command(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, done))
  })

/** The forms of an appeal's page by which colleagues translate for each other; two stand in the form of an answer. */
export const translationForms = {
  askTranslation: formOf(AskTranslation, askTranslation, 'translationAsked'),
  finishTranslation: formOf(FinishTranslation, finishTranslation, 'translationFinished'),
  declineTranslation: formOf(DeclineTranslation, declineTranslation, 'translationDeclined'),
  askDraftTranslation: formOf(DraftAnswer.extend(draftTranslation), askDraftTranslation, 'translationAsked'),
  takeTranslation: formOf(DraftAnswer.extend(translationChoice), takeTranslation, 'translationTaken'),
}
