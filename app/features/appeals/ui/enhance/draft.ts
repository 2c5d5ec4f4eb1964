import { sendForm } from '#app/ui/enhance/send-form.ts'

/** How long nothing is typed before the draft is saved, milliseconds. */
const rest = 1500
/** Who typed so lately is still writing, milliseconds. */
const stillWriting = 60_000

interface Saved {
  readonly version: number
  readonly text: string
}

/** What other scripts may ask of the draft. */
interface Draft {
  readonly isBeingWritten: () => boolean
}

/**
 * Saves the draft of an answer while it is written, tells when, and warns who would leave with words unsaved. After a
 * conflict it saves no more: a person must look first.
 */
export function improveDraft(): Draft {
  const holder = document.querySelector<HTMLElement>('[data-draft]')
  const form = holder?.querySelector('form')
  const url = holder?.dataset.draft
  if (!holder || !form || !url) return { isBeingWritten: () => false }
  let saved = wordsOf(form)
  let timer: number | undefined
  let saving: Promise<void> | undefined
  let stopped = false
  let typedAt = 0

  const say = (kind: 'saved' | 'saving' | 'failed', text = '') => {
    const output = holder.querySelector('[data-save-state]')
    if (!output) return
    output.textContent = text
    output.parentElement?.setAttribute('class', `save-state save-${kind}`)
  }

  const save = async () => {
    const words = wordsOf(form)
    if (stopped || words === saved) return
    say('saving', holder.dataset.saving)
    const fields = new URLSearchParams(words)
    fields.set('intent', 'draft')
    fields.set('draftVersion', field(form, 'draftVersion').value)
    const sent = await sendForm<Saved>(url, fields)
    if (sent.ok) {
      saved = words
      field(form, 'draftVersion').value = String(sent.said.version)
      say('saved', sent.said.text)
      if (wordsOf(form) !== saved) later()
    } else {
      stopped = sent.refusal !== undefined
      say('failed', sent.refusal ?? holder.dataset.failed)
    }
  }
  const saveNow = async () => {
    await saving
    saving = save()
    await saving
    saving = undefined
  }
  const later = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void saveNow(), rest)
  }

  form.addEventListener('input', () => {
    typedAt = Date.now()
    if (stopped) return
    say('saving', holder.dataset.unsaved)
    later()
  })
  // A save under way knows the version that the form must carry.
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer)
    if (!saving) {
      saved = wordsOf(form)
      return
    }
    event.preventDefault()
    void saving.then(() => form.requestSubmit(event.submitter))
  })
  window.addEventListener('beforeunload', (event) => {
    if (wordsOf(form) !== saved) event.preventDefault()
  })
  return { isBeingWritten: () => Date.now() - typedAt < stillWriting }
}

/** What a person has written, as it is sent. */
function wordsOf(form: HTMLFormElement): string {
  const given = new FormData(form)
  return new URLSearchParams({
    outcome: String(given.get('outcome') ?? ''),
    text: String(given.get('text') ?? ''),
  }).toString()
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name)
  if (!(found instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}`)
  return found
}
