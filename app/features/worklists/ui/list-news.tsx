import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { addressOf } from '../worklist.ts'
import type { Worklist } from '../worklist-page.queries.server.ts'

/** What a script says of the list while it is looked at: how much of it is new. It lies over the page, and moves nothing. */
export function ListNews({ list: { query, meant } }: { list: Worklist }) {
  const { t } = useTranslation('worklists')
  const shown = meant === undefined ? query : { ...query, q: meant }
  const address = addressOf(shown, { after: query.after })
  return (
    <output className="list-news-place">
      <span
        className="list-news"
        data-list-news={paths.worklistNews()}
        data-list={new URLSearchParams(address).toString()}
        hidden
      >
        <span data-list-news-words="" /> <a href={paths.worklist(address)}>{t('news.show')}</a>
      </span>
    </output>
  )
}
