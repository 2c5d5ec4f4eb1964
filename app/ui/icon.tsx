import type { ReactNode } from 'react'

const shapes = {
  info: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9v5M10 6v.2" />
    </>
  ),
  check: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m6.4 10.3 2.5 2.5 4.8-5.3" />
    </>
  ),
  warning: <path d="M10 2.2 18.6 17.4H1.4ZM10 8v4.4M10 14.9v.2" />,
  danger: <path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7ZM10 6v5M10 13.9v.2" />,
  neutral: <circle cx="10" cy="10" r="5" />,
  back: <path d="m12.5 4-6 6 6 6" />,
  forward: <path d="m7.5 4 6 6-6 6" />,
  up: <path d="M10 17V4M5 9l5-5 5 5" />,
  down: <path d="M10 3v13M5 11l5 5 5-5" />,
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m12.8 12.8 4.7 4.7" />
    </>
  ),
  document: <path d="M5 2h7l4 4v12H5ZM12 2v4h4M8 10h5M8 13.5h5" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A small line drawing that repeats what the words beside it say; never read aloud. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}
