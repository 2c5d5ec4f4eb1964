import { openPaper, type Paper, type PaperLine } from '#app/integrations/documents/paper.server.ts'
import type { BundledRows } from '#db/sql/bundle.ts'
import type { ActGround, ActKind } from '#db/schema/vocabulary.ts'
import {
  deadlineLines,
  explainClocks,
  getAppealDetails,
  getDeskAppeal,
  getRecipients,
  type DeskAppeal,
} from '#app/features/appeals/public.server.ts'
import { getTermBook, type ClockExplained } from '#app/features/calendars/public.server.ts'
import { letterheadOf } from '#app/features/letters/public.server.ts'
import { listNotices } from '#app/features/notices/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'

/**
 * The whole life of an appeal on paper, in the asker's language and on the region's letterhead: who, what, how each date was
 * counted, who had which part, every answer and step, what the person was told, and the journal line by line.
 */
export async function writeJournal(
  ctx: TenantContext,
  appealId: string,
  tables: readonly BundledRows[],
): Promise<Buffer> {
  const { t, locale } = ctx
  const appeal = await getDeskAppeal(ctx, appealId)
  const head = await letterheadOf(ctx, locale)
  const title = `${t('bundles:paper.title')} ${appeal.number}`
  const paper = await openPaper({
    title,
    language: locale,
    author: head.centre,
    at: ctx.clock.now(),
    colour: head.colour,
    emblem: head.emblem,
    footer: (page, pages) => `${appeal.number} · ${page} / ${pages}`,
  })
  const [address, ...telephones] = head.lines
  paper.letterhead(head.centre, address ?? '', telephones)
  paper.heading(title)
  writeFacts(ctx, paper, appeal, head.timeZone)
  writeCosigners(ctx, paper, tables, head.timeZone)
  paper.section(t('appeals:desk.text'))
  paper.text(appeal.text)
  await writeClocks(ctx, paper, appealId)
  writeShares(ctx, paper, appeal)
  writeActs(ctx, paper, tables, head.timeZone)
  writeAnswers(ctx, paper, appeal)
  writeHistory(ctx, paper, appeal)
  await writeNotices(ctx, paper, appealId)
  await writeLines(ctx, paper, tables, head.timeZone)
  return paper.finish()
}

const said = (paper: Paper, lines: readonly PaperLine[]) => paper.lines(lines.filter(({ text }) => text !== ''))

function writeFacts({ t, clock, principal }: TenantContext, paper: Paper, appeal: DeskAppeal, timeZone: string) {
  said(paper, [
    { label: t('bundles:paper.madeAt'), text: formatMoment(clock.now(), timeZone) },
    { label: t('bundles:paper.madeBy'), text: principal.kind === 'staff' ? principal.name : '' },
  ])
  paper.section(t('appeals:desk.person'))
  said(paper, [
    { label: t('appeals:applicant.kind'), text: t(`appeals:applicant.${appeal.applicant.kind}`) },
    ...appeal.applicant.facts.map(({ term, value }) => ({ label: t(`appeals:applicant.${term}`), text: value })),
    { label: t('appeals:applicant.reply'), text: appeal.applicant.reply },
    { label: t('appeals:worklist.language'), text: t(`appeals:language.${appeal.language}`) },
  ])
  paper.section(t('appeals:desk.facts'))
  said(paper, [
    { label: t('appeals:worklist.status'), text: t(`appeals:status.${appeal.status}`) },
    { label: t('appeals:desk.kind'), text: t(`appeals:kind.${appeal.legalKind}`) },
    { label: t('appeals:worklist.category'), text: appeal.category },
    { label: t('appeals:applicant.place'), text: appeal.place.replaceAll('\n', ', ') },
    { label: t('appeals:receipt.receivedAt'), text: appeal.receivedAt },
    { label: t('appeals:receipt.registeredOn'), text: appeal.registeredOn },
    { label: t('appeals:receipt.dueOn'), text: appeal.dueOn },
  ])
}

type Row = BundledRows['rows'][number]
const rowsOf = (tables: readonly BundledRows[], table: string): readonly Row[] =>
  tables.find((one) => one.table === table)?.rows ?? []

const momentOf = (value: unknown, timeZone: string): string =>
  value instanceof Date ? formatMoment(value, timeZone) : ''
const dayOf = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '')

function writeCosigners({ t }: TenantContext, paper: Paper, tables: readonly BundledRows[], timeZone: string) {
  const cosigners = rowsOf(tables, 'cosigner')
  if (cosigners.length === 0) return
  const people = new Map(rowsOf(tables, 'applicant').map((row) => [row.id, row]))
  paper.section(t('cosigners:title'))
  said(
    paper,
    cosigners.map(({ applicantId, createdAt, leftAt }) => ({
      label: String(people.get(applicantId)?.fullName ?? ''),
      text: [
        momentOf(createdAt, timeZone),
        leftAt ? `${t('appeals:tracked.cosignerLeft')}: ${momentOf(leftAt, timeZone)}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  )
}

/** The signed ones, each with what it did to the clock, what became of telling the person, and what was said to it. */
function writeActs({ t }: TenantContext, paper: Paper, tables: readonly BundledRows[], timeZone: string) {
  for (const row of rowsOf(tables, 'act')) {
    const kind = String(row.kind) as ActKind
    const about = (table: string) => rowsOf(tables, table).find(({ actId }) => actId === row.id)
    const [notice, objection, protocol] = [about('act_notice'), about('act_objection'), about('hearing_protocol')]
    paper.section(`${t(`acts:kind.${kind}`)} ${String(row.number)}`)
    said(paper, [
      { label: t('acts:field.ground'), text: t(`acts:ground.${String(row.ground) as ActGround}`) },
      ...(kind === 'extension' || kind === 'suspension'
        ? [{ label: t(`acts:until.${kind}`), text: dayOf(row.untilOn) }]
        : []),
      ...(kind === 'suspension' || kind === 'resumption'
        ? [{ label: t(`acts:from.${kind}`), text: dayOf(row.fromOn) }]
        : []),
      { label: t('acts:field.hearsAt'), text: momentOf(row.hearsAt, timeZone) },
      { label: t('acts:field.place'), text: row.place ? String(row.place) : '' },
      { label: t('acts:field.signer'), text: `${String(row.signerName)}, ${String(row.signerPost)}` },
      { label: t('acts:field.signedAt'), text: momentOf(row.signedAt, timeZone) },
      { label: t('acts:field.hash'), text: String(row.contentHash) },
      { label: t('acts:field.noticeBy'), text: dayOf(notice?.noticeBy) },
      { label: t('acts:field.told'), text: dayOf(notice?.toldOn) },
    ])
    paper.text(String(row.text))
    for (const words of [objection?.text, protocol?.text]) if (words) paper.text(String(words), 'quiet')
  }
}

/** Counted once more, of what is over too. */
async function writeClocks(ctx: TenantContext, paper: Paper, appealId: string) {
  const { overall, bodies } = explainClocks(ctx, await getTermBook(ctx), await getAppealDetails(ctx, appealId))
  const clock = (title: string, explained: ClockExplained) => {
    paper.section(title)
    const days = explained.steps.flatMap(({ holidays }) => holidays).map(({ day, name }) => `${day} ${name}`.trim())
    const worked = explained.steps.flatMap((step) => step.worked).map(({ day, name }) => `${day} ${name}`.trim())
    said(paper, [
      ...explained.steps.flatMap((step) => deadlineLines(ctx.t, step, explained)).map((text) => ({ text })),
      ...(days.length > 0 ? [{ text: `${ctx.t('appeals:deadline.holidays')} ${days.join('; ')}` }] : []),
      ...(worked.length > 0 ? [{ text: `${ctx.t('appeals:deadline.worked')} ${worked.join('; ')}` }] : []),
      { text: ctx.t('appeals:deadline.last', { day: explained.dueOn, time: explained.until }) },
    ])
  }
  if (overall) clock(ctx.t('appeals:deadline.summary'), overall)
  for (const { agency, clock: own } of bodies) clock(ctx.t('appeals:deadline.body', { agency }), own)
}

function writeShares({ t }: TenantContext, paper: Paper, { shares }: DeskAppeal) {
  if (shares.length === 0) return
  paper.section(t('bundles:paper.shares'))
  for (const { agency, role, status, part, dueOn } of shares) {
    said(paper, [
      { label: agency, text: `${t(`appeals:share.${role}`)} · ${t(`appeals:share.${status}`)}` },
      { label: t('appeals:life.part'), text: part },
      { label: t('appeals:receipt.dueOn'), text: dueOn },
    ])
  }
}

function writeAnswers({ t }: TenantContext, paper: Paper, { answers }: DeskAppeal) {
  for (const { agency, at, outcome, text, signer, hash } of answers) {
    paper.section(`${t('appeals:answer.title')}: ${agency}`)
    said(paper, [
      { label: t('appeals:answer.on'), text: at },
      { label: t('appeals:answer.outcome'), text: t(`appeals:outcome.${outcome}`) },
      { label: t('appeals:answer.signer'), text: signer || '' },
      { label: t('appeals:answer.hash'), text: hash ?? '' },
    ])
    paper.text(text)
  }
}

function writeHistory({ t }: TenantContext, paper: Paper, { timeline }: DeskAppeal) {
  paper.section(t('appeals:desk.history'))
  for (const { at, event, agency, withdrawn, by, part, note, due, why } of timeline) {
    const more = [
      agency,
      withdrawn ? t('appeals:desk.withdrawn') : '',
      due ? `${t('appeals:receipt.dueOn')}: ${due.from} → ${due.to}` : '',
      why?.join('; ') ?? '',
      by ?? '',
    ]
    said(paper, [
      { label: at.text, text: [t(`appeals:tracked.${event}`), ...more].filter(Boolean).join(' · ') },
      { text: part ?? '' },
      { text: note ?? '' },
    ])
  }
}

async function writeNotices(ctx: TenantContext, paper: Paper, appealId: string) {
  const { t } = ctx
  const notices = await listNotices(ctx, await getRecipients(ctx, appealId))
  if (notices.length === 0) return
  paper.section(t('notices:title'))
  said(
    paper,
    notices.map(({ kind, channel, to, state, at }) => ({
      label: at.text,
      text: [t(`notices:kind.${kind}`), t(`notices:channel.${channel}`), to, t(`notices:state.${state}`)]
        .filter(Boolean)
        .join(' · '),
    })),
  )
}

/** The journal as it stands, and by itself who was given all of this before. */
async function writeLines(ctx: TenantContext, paper: Paper, tables: readonly BundledRows[], timeZone: string) {
  const { t } = ctx
  const lines = rowsOf(tables, 'journal')
  const staff = await ctx.db.selectFrom('staffMember').select(['id', 'fullName']).execute()
  const names = new Map(staff.map(({ id, fullName }) => [id, fullName]))
  const who = (line: (typeof lines)[number]) =>
    names.get(String(line.actorId)) ?? t(`bundles:actor.${String(line.actorKind)}`)
  const when = (line: (typeof lines)[number]) => formatMoment(line.occurredAt as Date, timeZone)
  paper.section(t('bundles:paper.taken'))
  said(
    paper,
    lines.filter(({ event }) => event === 'appeal.bundled').map((line) => ({ label: when(line), text: who(line) })),
  )
  paper.section(t('bundles:paper.journal'))
  said(
    paper,
    lines.map((line) => ({
      label: when(line),
      text: [String(line.event), who(line), (line.fields as readonly string[]).join(', ')].filter(Boolean).join(' · '),
    })),
  )
}
