import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { DialogLink } from '#app/ui/dialog.tsx'
import { KeyHelp } from '#app/ui/key-help.tsx'

/** Every key of the list, and the switch that turns them off; both are shown where scripts run. */
export function WorklistKeys({ selects }: { selects: boolean }) {
  const { t } = useTranslation('appeals')
  return (
    <div data-keys="" hidden>
      <DialogLink dialog="keys">{t('keys.open')}</DialogLink>
      <KeyHelp
        id="keys"
        title={t('keys.title')}
        closeLabel={t('keys.close')}
        note={t('keys.note')}
        keys={[
          { keys: ['J', 'K'], text: t('keys.move') },
          { keys: ['Enter'], text: t('keys.enter') },
          ...(selects ? [{ keys: ['X'], text: t('keys.select') }] : []),
          { keys: ['/'], text: t('keys.search') },
          { keys: ['?'], text: t('keys.help') },
        ]}
      >
        <label className="choice">
          <input type="checkbox" className="choice-control" data-keys-off="" />
          <span className="choice-words">{t('keys.off')}</span>
        </label>
      </KeyHelp>
    </div>
  )
}
