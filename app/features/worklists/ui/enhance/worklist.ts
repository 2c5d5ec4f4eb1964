import { improveList } from '#app/ui/enhance/list-keys.ts'

improveList()
