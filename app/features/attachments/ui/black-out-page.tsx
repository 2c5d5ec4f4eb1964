import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { BlackOut } from '../photo.queries.server.ts'
import { AreaRows } from './area-rows.tsx'
import { MadePhotos } from './made-photos.tsx'

/** Every tenth of a side, for the rulers. */
const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) * 10)

/** On which places of a photo are blacked out, by numbers or by drawing, and what was made of it so far. */
export function BlackOutPage({ photo, submissionKey }: { photo: BlackOut; submissionKey: string }) {
  const { t } = useTranslation('attachments')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        caption={photo.name}
        title={t('blackOut.title')}
        lead={t('blackOut.lead')}
        back={{ href: paths.appeal(photo.appeal.id), label: photo.appeal.number }}
      />
      {photo.made.length > 0 ? <MadePhotos photo={photo} /> : null}
      <div className="black-out">
        <figure className="black-out-figure">
          <Ruler side="top" />
          <Ruler side="left" />
          <div className="black-out-photo" data-black-out data-place={t('blackOut.area')}>
            <img src={paths.deskFile(photo.appeal.id, photo.id)} alt={t('blackOut.photo', { name: photo.name })} />
          </div>
        </figure>
        <Panel>
          <PostForm intent="make" className="stack">
            <HiddenFields values={{ submissionKey }} />
            <div className="stack" data-black-out-draw hidden>
              <p>{t('blackOut.draw')}</p>
              <Button type="button" variant="secondary" small id="add-area">
                {t('blackOut.add')}
              </Button>
            </div>
            <AreaRows />
            <div>
              <Button>{t('blackOut.send')}</Button>
            </div>
          </PostForm>
        </Panel>
      </div>
    </div>
  )
}

function Ruler({ side }: { side: 'top' | 'left' }) {
  return (
    <div className={`black-out-ruler black-out-ruler-${side}`} aria-hidden="true">
      {tenths.map((tenth) => (
        <span key={tenth}>{tenth}</span>
      ))}
    </div>
  )
}
