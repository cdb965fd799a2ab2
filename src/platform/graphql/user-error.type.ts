import { Field, ObjectType } from 'type-graphql';
import { type Language, textOf } from '../../messages';
import { BrokenRules, type Fault } from '../faults';
import { Cost, NEGLIGIBLE } from './limits/cost';

@Cost({ weight: NEGLIGIBLE })
@ObjectType({
  simpleResolvers: true,
  description:
    'A business rule that the input broke. path points into the input, list positions included: ["records", "3", "occurredOn"].',
})
export class UserError {
  @Field({ description: 'Stable, for programs: UNKNOWN_INDICATOR.' })
  code!: string;

  @Field({ description: 'For people: what is wrong and what to do, in the language of Accept-Language.' })
  message!: string;

  @Field(() => [String])
  path!: string[];
}

function toUserError(fault: Fault, language: Language): UserError {
  const { code, path } = fault;
  return { code, message: textOf(fault, language), path: path.map(String) };
}

/** Runs a mutation: returns its payload, or nulls with every rule that the input broke. */
export async function payload<Result extends object>(
  language: Language,
  work: () => Promise<Result>,
): Promise<Partial<Result> & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof BrokenRules)) throw error;
    const nothing: Partial<Result> = {};
    return { ...nothing, userErrors: error.faults.map((fault) => toUserError(fault, language)) };
  }
}
