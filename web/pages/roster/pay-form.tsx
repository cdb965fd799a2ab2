import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { mistakesAt } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  RecordStaffPayDocument,
  type RecordStaffPayInput,
  type RosterMemberFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { useAddress } from '../../place/at-place';
import { earlier, type Month, monthOf, today } from '../../ui/days';
import { MonthPicker } from '../../ui/month-picker';
import { monthText } from '../../ui/months';
import { TableFrame } from '../../ui/table-frame';
import { changedPay, paidIn, type Tick, type Ticked, TICKED, type Ticks, ticksOf } from './pay';
import type { RosterAgreement } from './sheet';

/** 社保购买 and 工资发放 of a month, for everybody on post. */
export function PayForm({
  agreement,
  staff,
  month,
  onClose,
}: {
  readonly agreement: RosterAgreement;
  readonly staff: readonly RosterMemberFragment[];
  readonly month: Month;
  readonly onClose: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const { forms } = texts();
  const [, changeAddress] = useAddress();
  const nothing: { readonly ticks: Readonly<Record<string, Partial<Ticks>>> } = { ticks: {} };
  const [{ ticks }, change, forget] = useDraft(`pay:${agreement.id}:${month}`, nothing);
  const people = paidIn(staff, month);
  const leave = (): void => {
    forget();
    onClose();
  };
  // What is set to a value twice has it: no key is needed.
  const sending = useSending(
    async (input: RecordStaffPayInput) =>
      (await ask(RecordStaffPayDocument, { input })).recordStaffPay.userErrors,
    leave,
  );
  const entries = changedPay(people, month, ticks);
  const send = (): void => {
    if (entries.length === 0) leave();
    else sending.send({ input: { agreementId: agreement.id, entries }, mistakes: [] });
  };
  const setAll = (name: Ticked): void => {
    change({ ticks: Object.fromEntries(people.map(({ id }) => [id, { ...ticks[id], [name]: 'YES' }])) });
  };
  const heads = { socialInsurancePaid: messages.insurance, salaryPaid: messages.salary };
  return (
    <PageFrame
      title={messages.payOf(monthText(month))}
      about={<span className="soft">{agreement.station.name}</span>}
      tools={
        <MonthPicker
          label={messages.month}
          month={month}
          bounds={{
            from: monthOf(agreement.startsOn),
            to: earlier(monthOf(agreement.endsOn), monthOf(today())),
          }}
          onChange={(pay) => {
            changeAddress({ pay });
          }}
        />
      }
    >
      <Form
        sending={sending}
        fields={entries.map((_, at) => `entries.${at}`)}
        submit={messages.submitPay(entries.length)}
        hint={`${messages.payHint} ${forms.kept}`}
        onSubmit={send}
        onDiscard={leave}
      >
        <TableFrame label={messages.payOf(monthText(month))}>
          <table className="table pay">
            <thead>
              <tr>
                <th scope="col">{messages.name}</th>
                {TICKED.map((name) => (
                  <th key={name} scope="col">
                    {heads[name]}{' '}
                    <button
                      type="button"
                      className="figure"
                      aria-label={messages.allPaid(heads[name])}
                      onClick={() => {
                        setAll(name);
                      }}
                    >
                      {messages.all}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => {
                const at = entries.findIndex(({ memberId }) => memberId === person.id);
                const mistakes = mistakesAt(sending.mistakes, `entries.${at}`);
                const now = { ...ticksOf(person, month), ...ticks[person.id] };
                return (
                  <tr key={person.id}>
                    <th scope="row">
                      {person.name}
                      {mistakes.map(({ message }) => (
                        <span key={message} className="wrong" role="alert">
                          {message}
                        </span>
                      ))}
                    </th>
                    {TICKED.map((name) => (
                      <td key={name} className={at >= 0 ? 'changed' : undefined}>
                        <select
                          className="input"
                          aria-label={messages.tickOf(person.name, heads[name])}
                          aria-invalid={mistakes.length > 0}
                          value={now[name]}
                          onChange={({ target: { value } }) => {
                            const tick = value as Tick;
                            change({
                              ticks: { ...ticks, [person.id]: { ...ticks[person.id], [name]: tick } },
                            });
                          }}
                        >
                          <option value="">{messages.unknown}</option>
                          <option value="YES">{messages.paid}</option>
                          <option value="NO">{messages.unpaid}</option>
                        </select>
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
        {people.length === 0 && <p className="soft">{messages.nobody}</p>}
      </Form>
    </PageFrame>
  );
}
