export { nameCosigners } from './add-cosigner.server.ts'
export { NameCosigner } from './cosigners.schema.server.ts'
export { mostNamed } from './cosigner.ts'
