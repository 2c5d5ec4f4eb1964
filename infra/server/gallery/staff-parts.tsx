import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DefinitionGrid } from '#app/ui/definition-grid.tsx'
import { DialogLink } from '#app/ui/dialog.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { KeyHelp } from '#app/ui/key-help.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { NumberBadge } from '#app/ui/number-badge.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Presence } from '#app/ui/presence.tsx'
import { SaveState } from '#app/ui/save-state.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StatTiles } from '#app/ui/stat-tiles.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { Samples } from './samples.ts'

/** Everything of a working day, in every state. */
export function StaffParts({ s }: { s: Samples }) {
  return (
    <div className="stack">
      <PageHeading
        title={s.parts.staff}
        caption={s.region}
        lead={s.hint}
        actions={<DialogLink dialog="keys">{s.open}</DialogLink>}
      />
      <StatTiles
        label={s.parts.staff}
        tiles={[
          { number: '12', label: s.late, href: '#main', tone: 'danger' },
          { number: '1 204', label: s.waiting, href: '#main' },
          { number: '94 %', label: s.onTime },
          { number: '6,4', label: s.days },
        ]}
      />
      <List s={s} />
      <Case s={s} />
      <KeyHelp
        id="keys"
        title={s.keys}
        closeLabel={s.close}
        keys={[
          { keys: ['J', '↓'], text: s.keyNext },
          { keys: ['Enter'], text: s.keyOpen },
          { keys: ['?'], text: s.keys },
        ]}
        note={s.hint}
      />
    </div>
  )
}

function List({ s }: { s: Samples }) {
  const rows = s.regions.map((region, index) => ({ id: String(index), region, late: index === 1 }))
  const select = (name: string) => (
    <SelectField
      name={name}
      id={`filter-${name}`}
      label={s.short}
      emptyLabel={s.choose}
      options={s.regions.map((region) => ({ value: region, label: region }))}
    />
  )
  return (
    <>
      <TabLinks
        label={s.progress}
        tabs={[
          { href: '#all', label: s.waiting, count: '1 000+', current: true },
          { href: '#late', label: s.late, count: '12' },
          { href: '#done', label: s.done },
        ]}
      />
      <FilterBar
        label={s.find}
        search={{ name: 'q', label: s.number, button: s.find, defaultValue: '2026-000123' }}
        applyLabel={s.filter}
        chips={{
          label: s.filter,
          removeLabel: s.remove,
          items: [
            { text: s.short, removeHref: '#1' },
            { text: s.agencyLong, removeHref: '#2' },
          ],
          clear: { href: '#main', label: s.clear },
        }}
      >
        {select('category')}
        {select('agency')}
      </FilterBar>
      <form id="rows" className="cluster">
        <Button small variant="secondary">
          {s.send}
        </Button>
        <Button small disabledReason={s.reason}>
          {s.done}
        </Button>
      </form>
      <DataTable
        caption={s.parts.staff}
        rows={rows}
        rowKey={({ id }) => id}
        rowTone={({ late }) => (late ? 'danger' : undefined)}
        rowCurrent={({ id }) => id === '2'}
        select={{ name: 'row', form: 'rows', header: s.choose, label: ({ region }) => region }}
        stickyHeader
        columns={[
          {
            key: 'region',
            header: s.region,
            rowHeader: true,
            width: 'wide',
            sort: { href: '#main', direction: 'ascending' },
            cell: ({ region }) => <a href="#main">{region}</a>,
          },
          { key: 'agency', header: s.agency, cell: () => s.agencyLong },
          {
            key: 'state',
            header: s.done,
            cell: ({ late }) => <StatusTag tone={late ? 'danger' : 'good'} text={late ? s.late : s.done} />,
          },
          {
            key: 'days',
            header: s.days,
            align: 'end',
            width: 'min',
            sort: { href: '#main' },
            cell: ({ id }) => `1 20${id}`,
          },
        ]}
      />
      <DataTable
        caption={s.table}
        dense
        rows={rows.slice(0, 3)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'region', header: s.region, rowHeader: true, cell: ({ region }) => region },
          { key: 'days', header: s.days, align: 'end', cell: ({ id }) => id },
        ]}
      />
      <Pagination previousHref="#1" nextHref="#2" labels={{ nav: s.of, previous: s.previous, next: s.next }} />
    </>
  )
}

function Case({ s }: { s: Samples }) {
  return (
    <>
      <Notification
        text={s.sentence}
        action={
          <form>
            <Button small variant="secondary">
              {s.undo}
            </Button>
          </form>
        }
      />
      <div className="grid-2">
        <Panel title={s.short} actions={<NumberBadge number="3" tone="danger" about={s.late} />}>
          <Presence
            label={s.viewing}
            people={[
              { id: '1', name: s.person, doing: s.editing, editing: true },
              { id: '2', name: s.other, doing: s.viewing },
            ]}
          />
          <TextArea name="draft" label={s.question} defaultValue={s.paragraph} rows={4} />
          <div className="cluster">
            <SaveState text={s.saved} />
            <SaveState kind="saving" text={s.saving} />
            <SaveState kind="failed" text={s.notSaved} />
          </div>
        </Panel>
        <Panel title={s.agency}>
          <p className="cluster">
            <Avatar name={s.person} />
            <span>{s.person}</span>
          </p>
          <DefinitionGrid
            facts={[
              { term: s.number, description: '2026-000123' },
              { term: s.agency, description: s.agencyLong },
              { term: s.days, description: '15' },
              { term: s.late, description: <StatusTag tone="warn" text={s.waiting} /> },
            ]}
          />
        </Panel>
      </div>
      <ConfirmPanel
        title={s.question}
        confirm={
          <form>
            <Button variant="danger">{s.remove}</Button>
          </form>
        }
        cancel={{ href: '#main', label: s.back }}
      >
        <p>{s.paragraph}</p>
      </ConfirmPanel>
    </>
  )
}
