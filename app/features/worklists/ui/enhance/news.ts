import { sendForm } from '#app/ui/enhance/send-form.ts'

/** How often a page asks whether its list is still what it shows, milliseconds. */
const beat = 30_000

/**
 * Tells, while a list is looked at, how many of its rows are new or changed, and lets who reads decide when to see them: no
 * row moves by itself. A hidden page is silent, and asks as soon as it is seen again.
 */
export function improveNews(): void {
  const place = document.querySelector<HTMLElement>('[data-list-news]')
  const words = place?.querySelector<HTMLElement>('[data-list-news-words]')
  const url = place?.dataset.listNews
  if (!place || !words || !url) return
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('a[data-version]')]
  const shown = rows.map((row) => `${idIn(row.pathname)}.${row.dataset.version}`)
  let isAsking = false
  const ask = async () => {
    // One at a time: a slow line must not pile them up.
    if (isAsking || document.hidden) return
    isAsking = true
    const fields = new URLSearchParams({ intent: 'news', list: place.dataset.list ?? '' })
    for (const row of shown) fields.append('shown', row)
    const sent = await sendForm<{ readonly text: string }>(url, fields)
    if (sent.ok && words.textContent !== sent.said.text) {
      words.textContent = sent.said.text
      place.hidden = sent.said.text === ''
    }
    isAsking = false
  }
  window.setInterval(() => void ask(), beat)
  document.addEventListener('visibilitychange', () => void ask())
}

const idIn = (path: string) => path.split('/').at(-1) ?? ''
