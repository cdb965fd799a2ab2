import { cellName } from '../../../platform/sheets';
import type { Indicator } from '../../completion';
import type { FormContext, NamedPoint } from '../form-context';
import type { CellPosition } from './fault';
import { choiceKey, type NameKind } from './name-choices';
import { matchIndicator, matchName, matchPoint, matchZone, type Match, type Named } from './names.rules';

/** A name as the file has it, and what it was taken for: nothing where it is not matched. */
export interface ReadName {
  kind: NameKind;
  text: string;
  /** Sheet and cell, the first ones. */
  cells: string[];
  /** Of an indicator its code. */
  matchedId: string | null;
  name: string | null;
  /** Matched by hand. */
  isChosen: boolean;
}

const MAX_CELLS = 20;

/** Matches the names in a file, by hand-made choices first, and keeps account of them. */
export class NameBook {
  private readonly used = new Map<string, ReadName>();
  /** What each text was taken for: most names of a log stand in it thousands of times. */
  private readonly indicators = new Map<string, Match<Indicator>>();

  constructor(private readonly context: FormContext) {}

  zone(text: string, place: CellPosition): Match<Named> {
    const { zones } = this.context;
    return this.match('ZONE', text, place, zones, () => matchZone(text, zones));
  }

  /** A name that points of several zones have is that of the zone that is named beside it. */
  point(text: string, zone: Named | null, place: CellPosition): Match<NamedPoint> {
    const { points } = this.context;
    return this.match('POINT', text, place, points, () =>
      matchPoint(text, zone ? inZoneFirst(points, zone) : points),
    );
  }

  project(text: string, place: CellPosition): Match<Named> {
    const { projects } = this.context;
    return this.match('PROJECT', text, place, projects, () => matchName(text, projects));
  }

  indicator(text: string, place: CellPosition): Match<Indicator> {
    const chosen = this.context.choices?.get(choiceKey('INDICATOR', text));
    const byHand = this.context.indicators.find(({ code }) => code === chosen);
    const match = byHand ? { found: byHand } : this.indicatorCalled(text);
    const found = 'found' in match ? { id: match.found.code, name: match.found.nameZh } : null;
    this.note('INDICATOR', text, place, found, byHand !== undefined);
    return match;
  }

  private indicatorCalled(text: string): Match<Indicator> {
    const match = this.indicators.get(text) ?? matchIndicator(text, this.context.indicators);
    this.indicators.set(text, match);
    return match;
  }

  /** Those that are not matched come first. */
  get names(): ReadName[] {
    const names = [...this.used.values()];
    return [
      ...names.filter(({ matchedId }) => matchedId === null),
      ...names.filter(({ matchedId }) => matchedId !== null),
    ];
  }

  private match<Thing extends Named>(
    kind: NameKind,
    text: string,
    place: CellPosition,
    things: readonly Thing[],
    byName: () => Match<Thing>,
  ): Match<Thing> {
    const chosen = this.context.choices?.get(choiceKey(kind, text));
    const byHand = chosen === undefined ? undefined : things.find(({ id }) => id === chosen);
    const match = byHand ? { found: byHand } : byName();
    this.note(kind, text, place, 'found' in match ? match.found : null, byHand !== undefined);
    return match;
  }

  private note(
    kind: NameKind,
    text: string,
    place: CellPosition,
    found: Named | null,
    isChosen: boolean,
  ): void {
    if (text === '') return;
    const key = choiceKey(kind, text);
    const known = this.used.get(key);
    const cell = `${place.sheet} ${cellName(place.row, place.column)}`;
    if (known) {
      if (known.cells.length < MAX_CELLS) known.cells.push(cell);
      return;
    }
    const { id: matchedId, name } = found ?? { id: null, name: null };
    this.used.set(key, { kind, text, cells: [cell], matchedId, name, isChosen });
  }
}

/** Whether a point is in a zone, or was once: of which day, the rules of records ask. */
export function isOfZone({ zoneId, formerZoneIds = [] }: NamedPoint, { id }: Named): boolean {
  return zoneId === id || formerZoneIds.includes(id);
}

function inZoneFirst(points: readonly NamedPoint[], zone: Named): NamedPoint[] {
  const own = points.filter((point) => isOfZone(point, zone));
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...points.filter((point) => !isOfZone(point, zone) && !names.has(point.name))];
}
