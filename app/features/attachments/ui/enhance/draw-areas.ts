interface Area {
  left: number
  top: number
  width: number
  height: number
}
type Side = keyof Area

const sides = ['left', 'top', 'width', 'height'] as const
/** What a place is when it is added by the keyboard, and how far a key moves it, percent. */
const fresh: Area = { left: 40, top: 40, width: 20, height: 20 }
const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Places can be drawn on the photo, by pointer and by keyboard; the number fields stay the truth and are what is sent. */
export function drawAreas(): void {
  const photo = document.querySelector<HTMLElement>('[data-black-out]')
  const tools = document.querySelector<HTMLElement>('[data-black-out-draw]')
  if (photo && tools) improve(photo, tools)
}

function improve(photo: HTMLElement, tools: HTMLElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-area]')]
  const boxes = rows.map((row, index) => boxOf(photo, `${photo.dataset.place ?? ''} ${index + 1}`))
  tools.hidden = false
  photo.classList.add('black-out-drawable')

  const show = (index: number) => {
    const [row, box] = [rows[index], boxes[index]]
    if (!row || !box) return
    const area = areaOf(row)
    box.hidden = area === undefined
    if (!area) return
    for (const side of sides) box.style[side] = `${area[side]}%`
    box.setAttribute('aria-description', sides.map((side) => `${labelOf(row, side)}: ${area[side]}`).join(', '))
  }
  const write = (index: number, area: Area | undefined) => {
    const row = rows[index]
    if (!row) return
    for (const side of sides) fieldOf(row, side).value = area ? String(area[side]) : ''
    row.closest('details')?.setAttribute('open', '')
    show(index)
  }
  const firstEmpty = () => rows.findIndex((row) => sides.every((side) => fieldOf(row, side).value === ''))

  rows.forEach((row, index) => {
    row.addEventListener('input', () => show(index))
    show(index)
  })
  tools.querySelector('button')?.addEventListener('click', () => {
    const index = firstEmpty()
    write(index, fresh)
    boxes[index]?.focus()
  })
  boxes.forEach((box, index) =>
    box.addEventListener('keydown', (event) => {
      const area = rows[index] && areaOf(rows[index])
      const move = moves[event.code]
      if (!area || (!move && event.code !== 'Delete' && event.code !== 'Backspace')) return
      event.preventDefault()
      if (move) return write(index, event.shiftKey ? resized(area, move) : moved(area, move))
      write(index, undefined)
      tools.querySelector('button')?.focus()
    }),
  )

  photo.addEventListener('pointerdown', (event) => {
    const index = firstEmpty()
    if (event.button !== 0 || index < 0) return
    event.preventDefault()
    photo.setPointerCapture(event.pointerId)
    const start = pointOf(photo, event)
    const draw = (event: PointerEvent) => write(index, between(start, pointOf(photo, event)))
    const end = () => {
      photo.removeEventListener('pointermove', draw)
      boxes[index]?.focus()
    }
    photo.addEventListener('pointermove', draw)
    photo.addEventListener('pointerup', end, { once: true })
    photo.addEventListener('pointercancel', end, { once: true })
  })
}

function boxOf(photo: HTMLElement, name: string): HTMLButtonElement {
  const box = document.createElement('button')
  box.type = 'button'
  box.className = 'black-out-area'
  box.setAttribute('aria-label', name)
  box.hidden = true
  photo.append(box)
  return box
}

function fieldOf(row: HTMLElement, side: Side): HTMLInputElement {
  const field = row.querySelector(`[data-side="${side}"]`)
  if (!(field instanceof HTMLInputElement)) throw new Error(`A place has no field ${side}`)
  return field
}

const labelOf = (row: HTMLElement, side: Side): string => fieldOf(row, side).labels?.[0]?.textContent ?? ''

/** The place as its row says; undefined while it says none that can be shown. */
function areaOf(row: HTMLElement): Area | undefined {
  const texts = sides.map((side) => fieldOf(row, side).value.trim())
  if (!texts.every((text) => /^\d{1,3}$/.test(text))) return undefined
  const [left = 0, top = 0, width = 0, height = 0] = texts.map(Number)
  return width > 0 && height > 0 ? { left, top, width, height } : undefined
}

const held = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

function moved(area: Area, [x, y]: readonly [number, number]): Area {
  return { ...area, left: held(area.left + x, 0, 100 - area.width), top: held(area.top + y, 0, 100 - area.height) }
}

function resized(area: Area, [x, y]: readonly [number, number]): Area {
  return { ...area, width: held(area.width + x, 1, 100 - area.left), height: held(area.height + y, 1, 100 - area.top) }
}

function pointOf(photo: HTMLElement, event: PointerEvent): readonly [x: number, y: number] {
  const { left, top, width, height } = photo.getBoundingClientRect()
  const percent = (part: number, whole: number) => held((100 * part) / whole, 0, 100)
  return [percent(event.clientX - left, width), percent(event.clientY - top, height)]
}

/** The smallest place in whole percent that holds both points. */
function between([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Area {
  const left = Math.min(Math.floor(Math.min(x1, x2)), 99)
  const top = Math.min(Math.floor(Math.min(y1, y2)), 99)
  return {
    left,
    top,
    width: Math.max(1, Math.ceil(Math.max(x1, x2)) - left),
    height: Math.max(1, Math.ceil(Math.max(y1, y2)) - top),
  }
}
