import type { TypedDocumentString } from '../generated/graphql';
import { session } from '../session/browser-session';
import { ask } from './ask';
import { type KeptSchema, openKept } from './kept';
import { RequestFailed } from './request-failed';
import type { IDBPDatabase } from 'idb';

let opening: Promise<IDBPDatabase<KeptSchema>> | undefined;

async function database(): Promise<IDBPDatabase<KeptSchema> | undefined> {
  try {
    opening ??= openKept();
    return await opening;
  } catch {
    return undefined; // a browser without one keeps nothing
  }
}

/** The answer of the server; where it is out of reach, the last one that this member got. */
export async function askOrKept<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const key = (memberId: string): string => JSON.stringify([memberId, operation.toString(), variables]);
  try {
    const data = await ask(operation, variables);
    const memberId = currentMember();
    await (await database())?.put('answer', { key: key(memberId), memberId, data });
    return data;
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure.kind !== 'UNREACHABLE') throw error;
    const kept = await (await database())?.get('answer', key(currentMember()));
    if (!kept) throw error;
    return kept.data as Data;
  }
}

/** Known once the operation has been answered, or could not be. */
function currentMember(): string {
  const { state } = session;
  return 'memberId' in state ? state.memberId : '';
}

/** Nothing of a member who signs out stays in the browser. */
export async function forgetAnswers(): Promise<void> {
  await (await database())?.clear('answer');
}
