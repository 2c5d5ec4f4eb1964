import type { ReactNode } from 'react'
import { Ornament } from '#app/ui/ornament.tsx'
import { SummaryList, type SummaryItem } from '#app/ui/summary-list.tsx'

type ReceiptCardProps = {
  title: string
  level?: 1 | 2
  /** Who gives it: printed at the head of the paper. */
  issuer?: string
  number: string
  numberLabel: string
  /** A secret to type in later; shown in groups, accepted in any form. */
  code?: string
  codeLabel?: string
  codeHint?: string
  facts: SummaryItem[]
  children?: ReactNode
}

/** A paper to keep: a big number, a code in groups, the facts. Made to be printed or photographed. */
export function ReceiptCard({
  title,
  level = 2,
  issuer,
  number,
  numberLabel,
  code,
  codeLabel,
  codeHint,
  facts,
  children,
}: ReceiptCardProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <section className="receipt">
      <div className="receipt-head">
        {issuer && <p className="receipt-issuer">{issuer}</p>}
        <Title>{title}</Title>
      </div>
      <Ornament />
      <div className="receipt-body">
        <dl className="receipt-keys">
          <div>
            <dt>{numberLabel}</dt>
            <dd className="receipt-number">{number}</dd>
          </div>
          {code && (
            <div>
              <dt>{codeLabel}</dt>
              <dd className="receipt-code">{inGroups(code)}</dd>
              {codeHint && <dd className="receipt-hint">{codeHint}</dd>}
            </div>
          )}
        </dl>
        <SummaryList items={facts} />
        {children}
      </div>
    </section>
  )
}

/** Fours, as on a bank card; a code that already has its own groups keeps them. */
function inGroups(code: string) {
  const parts = /[\s-]/.test(code.trim()) ? code.trim().split(/[\s-]+/) : (code.trim().match(/.{1,4}/gu) ?? [])
  return parts.join(' ')
}
