import type { CatalogueQuery, TargetCellFragment, TargetsOfAgreementFragment } from '../../generated/graphql';
import { addDecimals, type Decimal } from '../../ui/decimals';

/** Where a target is due: the whole station, a zone, a project, or a project within a zone. */
export interface Site {
  readonly zoneId: string | null;
  readonly projectId: string | null;
  /** Empty of the whole station. */
  readonly name: string;
}

export type Measure = TargetCellFragment['measure'];

/** A measure of an indicator, with its targets in the order of the sites. */
export interface TargetLine {
  readonly indicator: TargetCellFragment['indicator'];
  readonly measure: Measure;
  readonly cells: readonly (TargetCellFragment | undefined)[];
  /** Null where nothing is agreed. */
  readonly total: Decimal | null;
}

export interface TargetGrid {
  readonly sites: readonly Site[];
  readonly lines: readonly TargetLine[];
}

type Agreement = Pick<TargetsOfAgreementFragment, 'zones' | 'projects' | 'targets'>;

const siteKey = ({ zoneId, projectId }: Pick<Site, 'zoneId' | 'projectId'>): string =>
  `${zoneId ?? ''} ${projectId ?? ''}`;

const siteKeyOf = ({ zone, project }: Pick<TargetCellFragment, 'zone' | 'project'>): string =>
  siteKey({ zoneId: zone?.id ?? null, projectId: project?.id ?? null });

/** Which target is meant. */
export function cellKey(
  { indicator, measure }: Pick<TargetLine, 'indicator' | 'measure'>,
  site: Pick<Site, 'zoneId' | 'projectId'>,
): string {
  return `${indicator.code} ${measure.code} ${siteKey(site)}`;
}

/** Targets as 附件1 has them: only measures and places that something is agreed for. */
export function gridOf(agreement: Agreement): TargetGrid {
  const { targets } = agreement;
  const used = new Set(targets.map(siteKeyOf));
  const first = new Map(targets.map((target) => [lineKey(target), target]));
  const sites = sitesOf(agreement).filter((site) => used.has(siteKey(site)));
  return { sites, lines: [...first.values()].map((line) => lineOf(line, sites, targets)) };
}

/** All that may be agreed: every measure of the catalogue, in every place. */
export function wholeGrid(agreement: Agreement, catalogue: CatalogueQuery['indicators']): TargetGrid {
  const sites = sitesOf(agreement);
  const lines = catalogue.flatMap((indicator) =>
    indicator.measures.map((measure) => lineOf({ indicator, measure }, sites, agreement.targets)),
  );
  return { sites, lines };
}

const lineKey = ({ indicator, measure }: Pick<TargetLine, 'indicator' | 'measure'>): string =>
  `${indicator.code} ${measure.code}`;

function lineOf(
  { indicator, measure }: Pick<TargetLine, 'indicator' | 'measure'>,
  sites: readonly Site[],
  targets: readonly TargetCellFragment[],
): TargetLine {
  const own = targets.filter((target) => lineKey(target) === lineKey({ indicator, measure }));
  return {
    indicator,
    measure,
    cells: sites.map((site) => own.find((target) => siteKeyOf(target) === siteKey(site))),
    total: own.reduce<Decimal | null>(
      (sum, { value }) => (sum === null ? value : addDecimals(sum, value)),
      null,
    ),
  };
}

function sitesOf({ zones, projects, targets }: Agreement): Site[] {
  const pairs = targets.flatMap(({ zone, project }) => (zone && project ? [{ zone, project }] : []));
  const all: Site[] = [
    ...zones.map(({ id, name }) => ({ zoneId: id, projectId: null, name })),
    ...projects.map(({ id, name }) => ({ zoneId: null, projectId: id, name })),
    ...pairs.map(({ zone, project }) => ({
      zoneId: zone.id,
      projectId: project.id,
      name: `${zone.name} / ${project.name}`,
    })),
    { zoneId: null, projectId: null, name: '' },
  ];
  return [...new Map(all.map((site) => [siteKey(site), site])).values()];
}

/** The amendments by which targets are what they are, the earliest first. */
export function amendmentsOf(
  targets: readonly TargetCellFragment[],
): NonNullable<TargetCellFragment['amendment']>[] {
  const known = new Map(
    targets.flatMap(({ amendment }) => (amendment ? [[amendment.id, amendment] as const] : [])),
  );
  return [...known.values()].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
}
