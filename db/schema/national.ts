interface RegionTable {
  slug: string
  nameKk: string
  nameRu: string
  nameEn: string
  population: number
}

/** Impersonal figures of all regions. */
export interface NationalTables {
  region: RegionTable
}
