import { type Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type {
  AssessmentParty,
  SchemeDetailFragment,
  SetAssessmentSchemeInput,
} from '../../generated/graphql';

interface PartyDraft {
  readonly party: AssessmentParty;
  /** Of OTHER alone. */
  readonly name: string;
  readonly maximum: string;
  /** A line each, name and maximum. */
  readonly items: string;
}

/** A scheme as it is typed. */
interface SchemeDraft {
  readonly parties: readonly PartyDraft[];
  readonly excellentFrom: string;
  readonly goodFrom: string;
  readonly qualifiedFrom: string;
}

export const OTHER: PartyDraft = { party: 'OTHER', name: '', maximum: '', items: '' };

export function draftOf({ parties, bands }: SchemeDetailFragment): SchemeDraft {
  return {
    parties: parties.map(({ party, name, maximum, items }) => ({
      party,
      name: name ?? '',
      maximum,
      items: items.map((item) => `${item.name}：${item.maximum}`).join('\n'),
    })),
    ...bands,
  };
}

/** What is sent, or what cannot be read of the draft. */
export function schemeOf(
  { year, version }: Pick<SchemeDetailFragment, 'year' | 'version'>,
  { parties, ...bands }: SchemeDraft,
): { readonly input: SetAssessmentSchemeInput; readonly mistakes: readonly Mistake[] } {
  const reading = new Reading();
  const input = {
    year,
    expectedVersion: version,
    parties: parties.map(({ party, name, maximum, items }, at) => {
      const path = ['parties', String(at)];
      if (party === 'OTHER') reading.required(name, ...path, 'name');
      return {
        party,
        name: party === 'OTHER' ? name : null,
        maximum: reading.number(maximum, ...path, 'maximum'),
        items: linesOf(items).map((line, index) => {
          const [, item = line, points = ''] = /^(.+?)[:：]([^:：]*)$/.exec(line) ?? [];
          return {
            name: item.trim(),
            maximum: reading.number(points, ...path, 'items', String(index), 'maximum'),
          };
        }),
      };
    }),
    bands: {
      excellentFrom: reading.number(bands.excellentFrom, 'bands', 'excellentFrom'),
      goodFrom: reading.number(bands.goodFrom, 'bands', 'goodFrom'),
      qualifiedFrom: reading.number(bands.qualifiedFrom, 'bands', 'qualifiedFrom'),
    },
  };
  return { input, mistakes: reading.mistakes };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
