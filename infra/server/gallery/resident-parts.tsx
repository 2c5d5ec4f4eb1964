import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckAnswers } from '#app/ui/check-answers.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FileList } from '#app/ui/file-list.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { PostalAddress } from '#app/ui/postal-address.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StepList } from '#app/ui/step-list.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { WarningText } from '#app/ui/warning-text.tsx'
import type { Samples } from './samples.ts'

/** Everything a resident may meet, in every state. */
export function ResidentParts({ s }: { s: Samples }) {
  return (
    <div className="stack">
      <QuestionPage
        back={{ href: '#', label: s.back }}
        errors={{ title: s.errors, messages: [{ field: 'wrong', message: s.error }] }}
        progress={s.progress}
        title={s.question}
        lead={s.sentence}
      >
        <Fields s={s} />
      </QuestionPage>
      <h2>{s.parts.residents}</h2>
      <Messages s={s} />
      <Records s={s} />
    </div>
  )
}

function Fields({ s }: { s: Samples }) {
  return (
    <form className="stack">
      <TextField name="plain" label={s.short} hint={s.hint} optionalLabel={s.optional} />
      <TextField name="wrong" label={s.short} error={s.error} width="medium" />
      <TextField name="fixed" label={s.number} defaultValue="2026-000123" readOnly width="short" />
      <TextArea name="long" label={s.question} defaultValue={s.paragraph} rows={4} />
      <SelectField
        name="select"
        label={s.agency}
        emptyLabel={s.choose}
        options={s.regions.map((region) => ({ value: region, label: region }))}
      />
      <FileField name="files" label={s.file} hint={s.hint} accept="image/*,.pdf" multiple />
      <RadioGroup
        name="radio"
        label={s.question}
        defaultValue="2"
        error={s.error}
        options={[
          { value: '1', label: s.short, hint: s.hint },
          { value: '2', label: s.agency, children: <TextField name="more" label={s.number} width="short" /> },
          { value: '3', label: s.agencyLong, children: <TextField name="hidden" label={s.days} width="short" /> },
          { value: '4', label: s.done, disabledReason: s.reason },
        ]}
      />
      <RadioGroup
        name="inline"
        label={s.question}
        inline
        options={[
          { value: 'yes', label: s.yes },
          { value: 'no', label: s.no },
        ]}
      />
      <CheckboxGroup
        name="boxes"
        label={s.short}
        hint={s.sentence}
        defaultValues={['1']}
        options={s.regions.slice(0, 3).map((region, index) => ({ value: String(index), label: region }))}
      />
      <Checkbox name="agree" label={s.sentence} hint={s.hint} />
      <Checkbox name="disagree" label={s.sentence} error={s.error} />
      <div className="cluster">
        <Button>{s.send}</Button>
        <Button variant="secondary" icon="back">
          {s.back}
        </Button>
        <Button variant="quiet">{s.clear}</Button>
        <Button variant="danger">{s.remove}</Button>
        <Button disabledReason={s.reason}>{s.send}</Button>
      </div>
    </form>
  )
}

function Messages({ s }: { s: Samples }) {
  return (
    <>
      <SearchField name="q" label={s.number} hint={s.hint} button={s.find} />
      <Notification
        text={s.sentence}
        action={
          <form>
            <Button variant="secondary" small>
              {s.undo}
            </Button>
          </form>
        }
      />
      <Notification text={s.done}>
        <a href="#main">{s.next}</a>
      </Notification>
      <Banner title={s.sentence}>{s.hint}</Banner>
      <Banner tone="success" title={s.done} />
      <Banner tone="warning" title={s.waiting} />
      <Banner tone="danger" title={s.notSaved} />
      <WarningText label={s.warning}>{s.sentence}</WarningText>
      <InsetText>{s.paragraph}</InsetText>
      <Details summary={s.question}>{s.paragraph}</Details>
      <Details summary={s.agency} open>
        {s.paragraph}
      </Details>
      <EmptyState title={s.sentence} action={<ButtonLink href="#main">{s.send}</ButtonLink>}>
        {s.hint}
      </EmptyState>
    </>
  )
}

function Records({ s }: { s: Samples }) {
  const files = [
    { id: '1', name: s.file, details: s.fileDetails, href: '#main' },
    { id: '2', name: s.file, details: s.fileDetails, state: { text: s.waiting, tone: 'info' as const } },
    {
      id: '3',
      name: s.file,
      details: s.fileDetails,
      action: (
        <form>
          <Button variant="quiet" small about={s.file}>
            {s.remove}
          </Button>
        </form>
      ),
    },
  ]
  return (
    <>
      <CheckAnswers
        changeLabel={s.change}
        answers={[
          { term: s.question, description: s.short, changeHref: '#main' },
          { term: s.agency, description: <PostalAddress lines={s.address} />, changeHref: '#main' },
          { term: s.hint, description: s.paragraph },
        ]}
      />
      <FileList label={s.file} files={files} />
      <StepList steps={[{ title: s.sentence, body: s.hint }, { title: s.waiting }, { title: s.done, body: s.hint }]} />
      <Panel title={s.progress} tone="accent">
        <Timeline
          items={[
            {
              title: s.done,
              when: { dateTime: '2026-11-26', text: '26.11.2026' },
              tone: 'good',
              body: <FileList label={s.done} files={files.slice(0, 1)} />,
            },
            { title: s.waiting, when: { dateTime: '2026-11-25', text: '25.11.2026' }, body: s.paragraph },
            { title: s.late, when: { dateTime: '2026-11-24', text: '24.11.2026' }, tone: 'danger' },
          ]}
        />
      </Panel>
      <ReceiptCard
        title={s.sentence}
        issuer={s.region}
        number="2026-000123"
        numberLabel={s.number}
        code="AB12CD34EF56"
        codeLabel={s.keys}
        codeHint={s.hint}
        facts={[{ term: s.days, description: '15' }]}
      />
    </>
  )
}
