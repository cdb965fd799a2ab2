import type { GraphQLError } from 'graphql';
import type { Path } from 'graphql/jsutils/Path';

/** The errors of one execution; those below a position that is null already, for an earlier error, are left out. */
export class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  private readonly places = new Set<Path | undefined>();

  add(error: GraphQLError, path: Path | undefined): void {
    if (this.isBelowNull(path)) return;
    this.places.add(path);
    this.errors.push(error);
  }

  private isBelowNull(path: Path | undefined): boolean {
    let place = path;
    while (place !== undefined) {
      if (this.places.has(place)) return true;
      place = place.prev;
    }
    return this.places.has(undefined);
  }
}
