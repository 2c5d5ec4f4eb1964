/**
 * "Use where I am": asks the browser for its place and writes it into the two fields of the point. Without this script,
 * and where a browser cannot or may not say, the point is typed or left out, and nobody sees the button.
 */

/** What is less exact than this, in metres, would send people to the wrong house. */
const coarsest = 300

const watched = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 }

function start(box: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-locate-${name}]`)
  const [here, remove, status] = [part<HTMLButtonElement>('here'), part<HTMLButtonElement>('remove'), part('status')]
  const fields = ['placeLat', 'placeLon'].map((name) =>
    document.querySelector<HTMLInputElement>(`input[name="${name}"]`),
  )
  const [lat, lon] = fields
  if (!here || !remove || !status || !lat || !lon) return

  const say = (word: string, metres?: number) => {
    status.textContent = [box.dataset[word], metres].filter((part) => part !== undefined).join(' ')
  }
  const show = () => {
    const hasPoint = lat.value !== '' && lon.value !== ''
    remove.hidden = !hasPoint
    here.disabled = false
    return hasPoint
  }

  here.addEventListener('click', () => {
    here.disabled = true
    say('finding')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        if (accuracy <= coarsest) {
          // A metre: more would be noise.
          lat.value = latitude.toFixed(5)
          lon.value = longitude.toFixed(5)
        }
        show()
        if (accuracy <= coarsest) say('found', Math.max(1, Math.round(accuracy)))
        else say('coarse')
      },
      ({ code, PERMISSION_DENIED }) => {
        show()
        say(code === PERMISSION_DENIED ? 'denied' : 'failed')
      },
      watched,
    )
  })
  remove.addEventListener('click', () => {
    lat.value = ''
    lon.value = ''
    show()
    say('removed')
    here.focus()
  })
  for (const field of [lat, lon]) field.addEventListener('input', show)

  if (show()) say('kept')
  box.hidden = false
}

if (window.isSecureContext && 'geolocation' in navigator) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-locate]')) start(box)
}
