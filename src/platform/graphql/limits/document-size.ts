import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimit, DocumentLimits } from './document-limits';

/** The counted limits of a document, that is all except the depth. */
type Counted = Exclude<DocumentLimit, 'depth'>;
interface Size extends Record<Counted, number> {
  /** How often each response key of an object is selected at this level. */
  objects: Map<string, number>;
}

const COUNTED = ['selections', 'aliases', 'directives'] as const;
/** In fields: validation compares the selections of the same object in pairs. */
const COMPARISON = 0.25;

/**
 * The limit that is broken by an operation of a document, or by a fragment, which is validated even where it is not
 * spread. Takes time linear in the text, since a fragment is counted once and added as often as it is spread. So it can
 * run before everything that expands spreads, validation too; the document may be invalid.
 */
export function brokenLimit(document: DocumentNode, limits: DocumentLimits): DocumentLimit | null {
  const sizes = new FragmentSizes(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const size = sizes.of(definition);
    const broken = COUNTED.find((limit) => size[limit] > limits[limit]);
    if (broken) return broken;
  }
  return null;
}

class FragmentSizes {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly sizes = new Map<string, Size>();

  constructor({ definitions }: DocumentNode) {
    for (const one of definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(one.name.value, one);
    }
  }

  of(definition: OperationDefinitionNode | FragmentDefinitionNode): Size {
    const size: Size = {
      selections: 0,
      aliases: 0,
      directives: definition.directives?.length ?? 0,
      objects: new Map(),
    };
    const variables = definition.kind === Kind.OPERATION_DEFINITION ? definition.variableDefinitions : [];
    for (const { directives = [] } of variables ?? []) size.directives += directives.length;
    this.add(definition.selectionSet, size, size.objects);
    return size;
  }

  private ofFragment(name: string): Size | undefined {
    const known = this.sizes.get(name);
    const fragment = this.fragments.get(name);
    if (known || !fragment) return known;
    // Cycles of fragments are refused by validation.
    this.sizes.set(name, { selections: 0, aliases: 0, directives: 0, objects: new Map() });
    const size = this.of(fragment);
    this.sizes.set(name, size);
    return size;
  }

  private add({ selections }: SelectionSetNode, size: Size, objects: Size['objects']): void {
    const select = (key: string, count: number): void => {
      const before = objects.get(key) ?? 0;
      objects.set(key, before + count);
      size.selections += before * count * COMPARISON;
    };
    for (const selection of selections) {
      size.selections += 1;
      size.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.INLINE_FRAGMENT) this.add(selection.selectionSet, size, objects);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const spread = this.ofFragment(selection.name.value);
        if (!spread) continue;
        for (const limit of COUNTED) size[limit] += spread[limit];
        for (const [key, count] of spread.objects) select(key, count);
      } else {
        if (selection.alias) size.aliases += 1;
        if (!selection.selectionSet) continue;
        select((selection.alias ?? selection.name).value, 1);
        this.add(selection.selectionSet, size, new Map());
      }
    }
  }
}
