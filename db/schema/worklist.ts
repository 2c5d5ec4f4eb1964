/** A list that somebody comes back to. */
interface SavedViewTable {
  id: string
  ownerId: string
  /** The whole region sees it. */
  shared: boolean
  name: string
  /** What follows its page's address: filters, order and columns, never a search. */
  address: string
  version: number
  createdAt: Date
  updatedAt: Date
}

interface SearchWordTable {
  /** Folded. */
  word: string
  letters: number
  /** How many people use it, among the newest appeals. */
  people: number
}

/** What makes lists of appeals easier to come by. */
export interface WorklistTables {
  savedView: SavedViewTable
  searchWord: SearchWordTable
}
