/** How long a message stays; long enough to read two lines slowly, ms. */
const shownMs = 8_000

/** Says in a `Toasts` region of the page that something was done; a page without one says nothing. */
export function showToast(text: string): void {
  const region = document.querySelector('[data-toasts]')
  if (!region) return
  const message = document.createElement('span')
  message.className = 'toast'
  message.textContent = text
  region.append(message)
  setTimeout(() => message.remove(), shownMs)
}
