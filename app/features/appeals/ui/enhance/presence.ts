import { initialsOf } from '#app/ui/initials.ts'
import { sendForm } from '#app/ui/enhance/send-form.ts'

/** How often a page says that it is still open, milliseconds. */
const beat = 20_000

interface Present {
  readonly name: string
  readonly doing: string
  readonly editing: boolean
}

/** Tells colleagues that this appeal is open here, and shows which of them have it open too. A hidden page is silent. */
export function improvePresence(isEditing: () => boolean): void {
  const url = document.querySelector<HTMLElement>('[data-presence-at]')?.dataset.presenceAt
  const place = document.querySelector('[data-presence]')
  if (!url || !place) return
  const label = place.getAttribute('data-presence-label') ?? ''
  let isAsking = false
  const ask = async () => {
    // One at a time: a slow line must not pile them up.
    if (isAsking || document.hidden) return
    isAsking = true
    const fields = new URLSearchParams({ intent: 'present', doing: isEditing() ? 'editing' : 'viewing' })
    const sent = await sendForm<readonly Present[]>(url, fields)
    if (sent.ok) place.replaceChildren(...listOf(label, sent.said))
    isAsking = false
  }
  window.setInterval(() => void ask(), beat)
  document.addEventListener('visibilitychange', () => void ask())
}

/** The same markup as the server's, so that it looks the same. */
function listOf(label: string, people: readonly Present[]): HTMLElement[] {
  if (people.length === 0) return []
  const list = element('ul', 'presence')
  list.setAttribute('aria-label', label)
  list.append(
    ...people.map(({ name, doing, editing }) => {
      const item = element('li', editing ? 'present present-editing' : 'present')
      const mark = element('span', 'avatar avatar-small', initialsOf(name))
      mark.setAttribute('aria-hidden', 'true')
      const words = element('span', '', `${name} `)
      words.append(element('span', 'present-doing', doing))
      item.append(mark, words)
      return item
    }),
  )
  return [list]
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}
