export const statements: readonly string[] = [
  `create table region (
    slug text primary key,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    population integer not null
  )`,
]
