const form = document.querySelector<HTMLFormElement>('[data-register] form[enctype]')

// Where nothing is wrong yet one begins at the first question; the summary of errors takes the focus itself.
if (form && !document.querySelector('[role="alert"]')) form.querySelector<HTMLElement>('[name="channel"]')?.focus()

// By code, not by letter: the layout may be Cyrillic. The button is pressed and not the form sent, as a click would.
form?.addEventListener('keydown', (event) => {
  if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
  event.preventDefault()
  form.querySelector<HTMLButtonElement>('button:not([type="button"])')?.click()
})
