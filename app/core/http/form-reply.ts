import { useActionData } from '@remix-run/react'

/** What a form gets back when it could not be taken: everything typed, and what is wrong, in the person's language. */
export interface FormReply {
  /** Which of the page's forms was sent. */
  readonly intent: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  /** What is wrong with the whole and not with a field. */
  readonly refusal?: string
}

/** A form of the page and what came back for it; empty before it was sent. */
export interface FormState {
  readonly sent: boolean
  readonly refusal: string | undefined
  readonly summary: { readonly field?: string; readonly message: string }[]
  readonly value: (field: string) => string | undefined
  readonly error: (field: string) => string | undefined
}

/** The state of the form that posts `intent` (`''` where the page has one form). */
export function useFormState(intent = ''): FormState {
  const reply = useActionData<FormReply | undefined>()
  const mine = reply?.intent === intent ? reply : undefined
  return {
    sent: mine !== undefined,
    refusal: mine?.refusal,
    summary: [...(mine?.refusal ? [{ message: mine.refusal }] : []), ...(mine?.errors ?? [])],
    value: (field) => mine?.values[field],
    error: (field) => mine?.errors.find((error) => error.field === field)?.message,
  }
}

/** What is wrong with whichever form of the page was sent last, for the summary at its top. */
export function useReplySummary(): FormState['summary'] {
  const reply = useActionData<FormReply | undefined>()
  if (!reply) return []
  return [...(reply.refusal ? [{ message: reply.refusal }] : []), ...reply.errors]
}
