import type { Page } from '@playwright/test'

/** A step of a journey and what it asks for, by the tokens of autocomplete. */
export interface AskedStep {
  readonly step: string
  readonly tokens: readonly string[]
}

/** What the page asks a person for; what is sent unseen or shown to be read only is not asked. */
export async function askedOn(page: Page, step: string): Promise<AskedStep> {
  const tokens = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')]
      .filter((field) => field.checkVisibility() && !field.readOnly && !field.disabled)
      .map((field) => field.autocomplete)
      .filter((token) => token !== '' && token !== 'off' && token !== 'on'),
  )
  return { step, tokens }
}

/**
 * What a journey asks for twice (WCAG 3.3.7). A step that came back with errors is given once; a secret is asked again
 * for safety, and is exempt.
 */
export function askedTwice(journey: readonly AskedStep[]): string[] {
  const exempt = new Set(['current-password', 'new-password', 'one-time-code'])
  const steps = Map.groupBy(
    journey.flatMap(({ step, tokens }) => tokens.map((token) => ({ step, token }))),
    ({ token }) => token,
  )
  return [...steps].flatMap(([token, asked]) =>
    asked.length > 1 && !exempt.has(token) ? [`${token} is asked in ${asked.map(({ step }) => step).join(', ')}`] : [],
  )
}

/**
 * Pastes into every field of the page. Says which refuse it, and which fields for codes and numbers cut or drop what is
 * pasted with the spaces people have in theirs (WCAG 3.3.8). The fields keep what was pasted.
 */
export function pasteProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const typed = fields.filter(
      (field) =>
        field.checkVisibility() && !field.disabled && !field.readOnly && !/^(radio|checkbox|file)$/.test(field.type),
    )
    return typed.flatMap((field) => {
      const name = field.name || field.id
      field.focus({ preventScroll: true })
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '1')
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      if (!field.dispatchEvent(paste)) return [`${name} refuses what is pasted`]
      if (!field.matches('[autocomplete="one-time-code"], [inputmode="numeric"], [type="number"]')) return []
      // As a person's own paste arrives: through the editor, which obeys maxlength and the field's type.
      const pasted = '123 456'
      field.select()
      document.execCommand('insertText', false, pasted)
      return field.value === pasted ? [] : [`${name} makes “${field.value}” of “${pasted}”`]
    })
  })
}
