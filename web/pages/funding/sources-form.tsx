import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  type FundingLevel,
  SetFundingSourcesDocument,
  type SetFundingSourcesInput,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Dialog } from '../../ui/dialog';
import type { PlanProps } from './budget-form';
import { givenLevels, LEVELS, type Sources, sourcesOf } from './plans';

/** 资金来源: which part of the fee the city pays, and which the district. */
export function SourcesForm({ agreement, onClose }: PlanProps): ReactNode {
  const { funding: messages } = texts();
  const amountOf = (level: FundingLevel): string =>
    agreement.funding.sources.find((it) => it.level === level)?.amount ?? '';
  const now: Sources = { CITY: amountOf('CITY'), DISTRICT: amountOf('DISTRICT') };
  const [draft, change, forget] = useDraft(`sources:${agreement.id}`, now);
  const leave = (): void => {
    forget();
    onClose();
  };
  // What is set to a value twice has it: no key is needed.
  const sending = useSending(
    async (input: SetFundingSourcesInput) =>
      (await ask(SetFundingSourcesDocument, { input })).setFundingSources.userErrors,
    leave,
  );
  const given = givenLevels(draft);
  return (
    <Dialog title={messages.write.fundingSource} onClose={onClose}>
      <Form
        sending={sending}
        fields={given.map((_, at) => `sources.${at}`)}
        submit={messages.write.fundingSource}
        hint={messages.sourcesHint}
        onSubmit={() => {
          sending.send(sourcesOf(agreement.id, draft));
        }}
        onDiscard={leave}
      >
        {LEVELS.map((level) => (
          <TextField
            key={level}
            label={messages.levels[level]}
            mistakes={
              given.includes(level) ? mistakesAt(sending.mistakes, `sources.${given.indexOf(level)}`) : []
            }
            value={draft[level]}
            onChange={(value) => {
              change({ [level]: value });
            }}
          />
        ))}
      </Form>
    </Dialog>
  );
}
