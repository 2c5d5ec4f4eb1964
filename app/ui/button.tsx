import { useId, type ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

type Look = {
  variant?: ButtonVariant
  /** Dense controls for tables and toolbars; residents' pages keep the full height. */
  small?: boolean
  icon?: IconName
  /** Said to screen readers after the visible words: which row the button belongs to. */
  about?: string
  children: ReactNode
}

type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset'
  id?: string
  name?: string
  value?: string
  form?: string
  /** Disables the button and says why. */
  disabledReason?: string
  lang?: string
}

/** A native button; a disabled one always says why. */
export function Button({
  variant,
  small,
  icon,
  about,
  children,
  type = 'submit',
  disabledReason,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const button = (
    <button
      {...rest}
      type={type}
      className={look(variant, small)}
      disabled={disabledReason !== undefined}
      aria-describedby={disabledReason === undefined ? undefined : reasonId}
    >
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </button>
  )
  if (disabledReason === undefined) return button
  return (
    <span className="button-explained">
      {button}
      <span id={reasonId} className="button-reason">
        {disabledReason}
      </span>
    </span>
  )
}

type ButtonLinkProps = Look & { href: string; lang?: string; rel?: string; download?: boolean | string }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, small, icon, about, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={look(variant, small)}>
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </a>
  )
}

function look(variant: ButtonVariant = 'primary', small = false) {
  return classNames('button', `button-${variant}`, small && 'button-small')
}

function Face({ icon, about, children }: Pick<Look, 'icon' | 'about' | 'children'>) {
  return (
    <>
      {icon && icon !== 'forward' && <Icon name={icon} />}
      <span>
        {children}
        {about && <span className="visually-hidden"> {about}</span>}
      </span>
      {icon === 'forward' && <Icon name="forward" />}
    </>
  )
}
