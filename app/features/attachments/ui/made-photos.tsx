import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { BlackOut } from '../photo.queries.server.ts'

/** What was made of a photo: by whom, when, and whether the public may see it. */
export function MadePhotos({ photo }: { photo: BlackOut }) {
  const { t } = useTranslation('attachments')
  const at = (id: string) => paths.deskFile(photo.appeal.id, id)
  return (
    <Panel title={t('blackOut.made')}>
      <p className="muted">{t('blackOut.lookFirst')}</p>
      <ul className="made-photos">
        {photo.made.map(({ id, by, when, publishable }) => (
          <li key={id} className="made-photo">
            <img src={at(id)} alt={t('blackOut.by', { who: by, when })} loading="lazy" />
            <div className="made-photo-words">
              <p>{t('blackOut.by', { who: by, when })}</p>
              <StatusTag
                tone={publishable ? 'good' : 'neutral'}
                text={t(publishable ? 'blackOut.publishable' : 'blackOut.withheld')}
              />
              <div className="cluster">
                <ButtonLink href={at(id)} variant="secondary" small>
                  {t('blackOut.open')}
                </ButtonLink>
                <PostForm intent="publish">
                  <HiddenFields values={{ attachmentId: id, publishable: publishable ? 'no' : 'yes' }} />
                  <Button variant={publishable ? 'quiet' : 'secondary'} small about={when}>
                    {t(publishable ? 'blackOut.withhold' : 'blackOut.publish')}
                  </Button>
                </PostForm>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
