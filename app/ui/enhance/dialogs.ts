/**
 * Makes the dialogs of a page modal: their links open and close them without leaving a trace in the address, Escape
 * closes, and the focus goes back to where it came from. Needs nothing but `data-opens-dialog` and `data-closes-dialog`.
 */
export function improveDialogs(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
    const opener = event.target.closest('[data-opens-dialog]')
    const closer = event.target.closest('[data-closes-dialog]')
    const id = opener?.getAttribute('data-opens-dialog') ?? closer?.getAttribute('data-closes-dialog')
    if (!id) return
    const dialog = document.getElementById(id)
    // One that its address opened closes by its link.
    if (!(dialog instanceof HTMLDialogElement) || (closer && !dialog.open)) return
    event.preventDefault()
    if (opener) openDialog(dialog)
    else dialog.close()
  })
}

/** Opens a dialog of the page, or leaves it open; for keys, which have no link. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal()
}
