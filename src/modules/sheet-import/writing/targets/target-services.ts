import type { AmendmentService } from '../../../agreement';
import type { Catalogue, TargetService } from '../../../completion';

/** By what targets are written. */
export interface TargetServices {
  catalogue: Catalogue;
  targets: TargetService;
  amendments: AmendmentService;
}
