import { improveDialogs, openDialog } from './dialogs.ts'

const remembered = 'bir-tereze:keys-off'

/**
 * Lets a list be worked by keys: J and K go down and up its rows, Enter opens, X ticks, / searches, ? shows all keys. Keys are told
 * by their place, so that they work in a Cyrillic layout; none is taken while somebody types. `data-keys` holds the way to
 * the help, which only makes sense with a script, and `data-keys-off` in it the switch, which this browser remembers.
 */
export function improveList(): void {
  improveDialogs()
  const holder = document.querySelector<HTMLElement>('[data-keys]')
  const help = holder?.querySelector('dialog')
  // A telephone has no keys.
  if (!holder || !help || !matchMedia('(any-hover: hover)').matches) return
  holder.hidden = false
  const off = help.querySelector<HTMLInputElement>('[data-keys-off]')
  if (off) {
    off.checked = isOff()
    off.addEventListener('change', () => localStorage.setItem(remembered, off.checked ? 'yes' : ''))
  }
  document.addEventListener('keydown', (event) => {
    if (isOff() || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || help.open) return
    const act = actOf(event, help)
    if (!act) return
    event.preventDefault()
    act()
  })
}

function actOf({ code, shiftKey }: KeyboardEvent, help: HTMLDialogElement): (() => void) | undefined {
  if (code === 'Slash') return shiftKey ? () => openDialog(help) : focusSearch
  if (shiftKey) return undefined
  if (code === 'KeyJ') return () => step(1)
  if (code === 'KeyK') return () => step(-1)
  if (code === 'KeyX') return tick
  return undefined
}

/** The first link of each row opens what the row is about. */
const links = () =>
  [...document.querySelectorAll('tbody tr')].flatMap((row) => row.querySelector<HTMLAnchorElement>('a[href]') ?? [])

function step(by: 1 | -1): void {
  const all = links()
  const row = document.activeElement?.closest('tbody tr')
  const at = all.findIndex((link) => row?.contains(link))
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Ticks the row that one stands in, where rows can be ticked. */
const tick = () =>
  document.activeElement?.closest('tbody tr')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()

/** What is looked for now is marked, so that typing looks for something else. */
function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>('input[type="search"]')
  search?.focus()
  search?.select()
}

/** What takes letters keeps them; a button or a checkbox has no use for them. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

// A browser that keeps nothing for us has its keys on.
function isOff(): boolean {
  try {
    return localStorage.getItem(remembered) === 'yes'
  } catch {
    return false
  }
}
