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
  const { state } = session;
  const memberId = 'memberId' in state ? state.memberId : '';
  const key = JSON.stringify([memberId, operation.toString(), variables]);
  try {
    const data = await ask(operation, variables);
    await (await database())?.put('answer', { key, memberId, data });
    return data;
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure.kind !== 'UNREACHABLE') throw error;
    const kept = await (await database())?.get('answer', key);
    if (!kept) throw error;
    return kept.data as Data;
  }
}

/** Nothing of a member who signs out stays in the browser. */
export async function forgetAnswers(): Promise<void> {
  await (await database())?.clear('answer');
}
