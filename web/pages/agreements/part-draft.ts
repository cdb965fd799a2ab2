import type { Reading } from '../../forms/reading';
import type { ProjectKind, ProposeAmendmentInput, ServiceDomain } from '../../generated/graphql';

/** The lists of parts that an amendment changes. */
export const PARTS = ['terms', 'zones', 'points', 'projects'] as const;
export type Part = (typeof PARTS)[number];

/** What a project is: its kind, or the domain of a basic one. */
export const PROJECT_WORDS = ['CORE', 'KEY', 'SPECIAL', 'FAMILY', 'ELDERLY', 'YOUTH'] as const;
type ProjectWord = (typeof PROJECT_WORDS)[number];

/** A part as an amendment changes it; without an id it is a new one. Texts that are empty stay as they are. */
export interface PartLine {
  readonly part: Part;
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zoneId: string;
  readonly word: ProjectWord | '';
  readonly close: boolean;
}

export function newLine(part: Part, id: string): PartLine {
  return { part, id, name: '', startsOn: '', endsOn: '', zoneId: '', word: '', close: false };
}

/** Where the line at an index is in the input: in the list of its part. */
export function pathOfLine(lines: readonly PartLine[], at: number): readonly [part: Part, index: string] {
  const part = lines[at]?.part ?? 'terms';
  return [part, String(lines.slice(0, at).filter((line) => line.part === part).length)];
}

/** What is sent of the lines; null of a part of which nothing changes. */
export function partsOf(lines: readonly PartLine[], reading: Reading): Pick<ProposeAmendmentInput, Part> {
  const given = lines.map((line, at) => {
    const path = pathOfLine(lines, at);
    if (line.id === '') reading.required(line.name, ...path, 'name');
    return { line, path };
  });
  const listOf = <Sent>(
    part: Part,
    sent: (line: PartLine, path: readonly string[]) => Sent,
  ): Sent[] | null => {
    const list = given.filter(({ line }) => line.part === part).map(({ line, path }) => sent(line, path));
    return list.length > 0 ? list : null;
  };
  const named = ({ id, name, close }: PartLine) => ({
    id: id || null,
    name: name.trim() || null,
    ...(close && { close }),
  });
  return {
    terms: listOf('terms', ({ id, name, startsOn, endsOn }, path) => ({
      id: id || null,
      name: name.trim() || null,
      startsOn:
        id === ''
          ? reading.day(startsOn, ...path, 'startsOn')
          : reading.dayOrNull(startsOn, ...path, 'startsOn'),
      endsOn:
        id === '' ? reading.day(endsOn, ...path, 'endsOn') : reading.dayOrNull(endsOn, ...path, 'endsOn'),
    })),
    zones: listOf('zones', named),
    points: listOf('points', (line) => ({ ...named(line), zoneId: line.zoneId || null })),
    projects: listOf('projects', (line, path) => {
      if (line.id !== '') return named(line);
      reading.chosen(line.word, ...path, 'kind');
      return { ...named(line), ...kindOf(line.word) };
    }),
  };
}

function kindOf(word: PartLine['word']): { kind: ProjectKind; domain: ServiceDomain | null } {
  if (word === 'FAMILY' || word === 'ELDERLY' || word === 'YOUTH') return { kind: 'BASIC', domain: word };
  return { kind: word === '' ? 'SPECIAL' : word, domain: null };
}
