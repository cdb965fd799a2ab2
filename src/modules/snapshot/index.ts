import { SnapshotService, type SnapshotDependencies } from './snapshot.service';

export { BasisReport, SnapshotPurpose } from './snapshot.enums';
export type { SnapshotPart } from './figure-rows.rules';
export { changesBetween, type FigureChange, type Range, SnapshotService } from './snapshot.service';
export { FigureChangeType } from './snapshot.type';

export function createSnapshots(dependencies: SnapshotDependencies) {
  return { resolvers: [], services: { snapshots: new SnapshotService(dependencies) } };
}
