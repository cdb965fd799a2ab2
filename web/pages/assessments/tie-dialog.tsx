import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt } from '../../forms/field';
import { ReasonDialog } from '../../forms/reason-dialog';
import { DeclareTieDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useOrganisations } from '../../place/use-organisations';
import { useViewer } from '../../session/viewer';

/** Declares a tie of one's own organisation: an operator with an assessor, or the reverse. */
export function TieDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { assessments: messages, forms } = texts();
  const isAssessor = useViewer().organisation.kind === 'ASSESSOR';
  const { data = [] } = useOrganisations(isAssessor ? 'OPERATOR' : 'ASSESSOR');
  const [organisation, setOrganisation] = useState('');
  const declare = async (reason: string): Promise<readonly Mistake[]> => {
    if (organisation === '') return [{ message: forms.pleaseChoose, path: ['organisationId'] }];
    return (await ask(DeclareTieDocument, { organisation, reason })).declareTie.userErrors;
  };
  return (
    <ReasonDialog
      title={messages.declareTie}
      hint={messages.declareHint}
      fieldNames={['organisationId']}
      fields={(mistakes) => (
        <Choice
          label={messages.counterpart[isAssessor ? 'ASSESSOR' : 'OPERATOR']}
          mistakes={mistakesAt(mistakes, 'organisationId')}
          value={organisation}
          options={data.map(({ id, name }) => [id, name])}
          onChange={setOrganisation}
        />
      )}
      take={declare}
      onClose={onClose}
    />
  );
}
