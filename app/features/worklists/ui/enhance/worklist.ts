import { improveList } from '#app/ui/enhance/list-keys.ts'
import { improveNews } from './news.ts'

improveList()
improveNews()
