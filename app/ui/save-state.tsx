import { Icon } from '#app/ui/icon.tsx'

export type SaveStateKind = 'saved' | 'saving' | 'failed'

const icons = { saved: 'check', saving: 'neutral', failed: 'danger' } as const

/** How it stands with a draft: "Saved 10:32". A script changes the words in `data-save-state`. */
export function SaveState({ kind = 'saved', text }: { kind?: SaveStateKind; text: string }) {
  return (
    <p className={`save-state save-${kind}`}>
      <Icon name={icons[kind]} size={16} />
      <output data-save-state="">{text}</output>
    </p>
  )
}
