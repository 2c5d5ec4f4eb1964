import { useId, type ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

export type BannerTone = 'info' | 'success' | 'warning' | 'danger'

const icons = { info: 'info', success: 'check', warning: 'warning', danger: 'danger' } satisfies Record<
  BannerTone,
  IconName
>

type BannerProps = { tone?: BannerTone; title: string; children?: ReactNode }

/** A message about the page as a whole: what happened, or what to know first. */
export function Banner({ tone = 'info', title, children }: BannerProps) {
  const titleId = useId()
  return (
    <section className={`banner banner-${tone}`} aria-labelledby={titleId}>
      <Icon name={icons[tone]} size={24} />
      <div className="banner-words">
        <h2 id={titleId} className="banner-title">
          {title}
        </h2>
        {children}
      </div>
    </section>
  )
}
