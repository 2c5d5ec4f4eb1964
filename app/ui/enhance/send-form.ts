/** What came of a form that a script has sent: what the server said, or its words of refusal. */
export type SentForm<T> = { readonly ok: true; readonly said: T } | { readonly ok: false; readonly refusal?: string }

/**
 * Sends fields as a form of this page, with the page's own token. Never rejects: a lost connection is a refusal without
 * words.
 */
export async function sendForm<T>(url: string, fields: URLSearchParams): Promise<SentForm<T>> {
  const token = document.querySelector<HTMLInputElement>('input[name="formToken"]')?.value ?? ''
  fields.set('formToken', token)
  try {
    const response = await fetch(url, { method: 'POST', body: fields, headers: { Accept: 'application/json' } })
    const said: unknown = await response.json()
    if (response.ok) return { ok: true, said: said as T }
    return { ok: false, refusal: (said as { refusal?: string } | null)?.refusal }
  } catch {
    return { ok: false }
  }
}
