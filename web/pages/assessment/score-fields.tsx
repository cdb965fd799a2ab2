import type { ReactNode } from 'react';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import type { ScoreDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { type ScoreDraft, sumSoFar } from './given-score';

/** The field of a score, or one of each item with their sum. */
export function ScoreFields({
  part,
  draft,
  mistakes,
  onChange,
}: {
  readonly part: ScoreDetailFragment;
  readonly draft: ScoreDraft;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<ScoreDraft>) => void;
}): ReactNode {
  const { assessments: messages } = texts();
  if (part.items.length === 0) {
    return (
      <div className="fields">
        <TextField
          label={messages.score}
          hint={messages.ownHint(part.maximum)}
          mistakes={mistakesAt(mistakes, 'score')}
          value={draft.score}
          onChange={(score) => {
            onChange({ score });
          }}
        />
      </div>
    );
  }
  const sum = sumSoFar(part, draft);
  return (
    <>
      <p className="soft">{messages.ownHint(part.maximum)}</p>
      <div className="fields">
        {part.items.map(({ name, maximum }, at) => (
          <TextField
            key={name}
            label={name}
            hint={`${messages.maximum} ${maximum}`}
            mistakes={mistakesAt(mistakes, `items.${String(at)}`)}
            value={draft.items[at] ?? ''}
            onChange={(value) => {
              onChange({
                items: part.items.map((_, index) => (index === at ? value : (draft.items[index] ?? ''))),
              });
            }}
          />
        ))}
      </div>
      {sum !== undefined && (
        <output className="sum">
          <b>{messages.sumOf(sum)}</b>
        </output>
      )}
    </>
  );
}

/** The names of the fields that mistakes are shown at. */
export function scoreFieldNames({ items }: Pick<ScoreDetailFragment, 'items'>): string[] {
  return items.length === 0 ? ['score'] : items.map((_, at) => `items.${String(at)}`);
}
