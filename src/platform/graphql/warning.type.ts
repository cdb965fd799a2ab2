import { Field, ObjectType } from 'type-graphql';
import { type Language, textOf } from '../../messages';
import type { Fault } from '../faults';
import { Cost, NEGLIGIBLE } from './limits/cost';

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Warning', {
  simpleResolvers: true,
  description:
    '提示: something unusual that was accepted nevertheless. path points to the field that it is about.',
})
export class Warning {
  @Field({ description: 'Stable, for programs: LONGER_THAN_A_YEAR.' })
  code!: string;

  @Field({ description: 'For people, in the language of Accept-Language.' })
  message!: string;

  @Field(() => [String])
  path!: string[];
}

export function toWarnings(found: readonly Fault[], language: Language): Warning[] {
  return found.map((warning) => ({
    code: warning.code,
    message: textOf(warning, language),
    path: warning.path.map(String),
  }));
}
