import type { ReactNode } from 'react'
import { Ornament } from '#app/ui/ornament.tsx'

type EmptyStateProps = { title: string; level?: 2 | 3; children?: ReactNode; action?: ReactNode }

/** Nothing here, said kindly, with what to do next. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty">
      <Ornament motif />
      <Title className="empty-title">{title}</Title>
      {children}
      {action && <div className="cluster">{action}</div>}
    </div>
  )
}
