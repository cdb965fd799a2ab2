import type { Caller } from '../../access';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/app-error';
import { findMonth, findNode, type NodeRow } from './node.repository';

/** Loads objects of any type by id. */
export class NodeService {
  /** NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<NodeRow> {
    const member = caller.assert('directory.read');
    const node = isId(id) ? await findNode(member, id) : await findMonth(member, id);
    if (!node) throw notFound(id);
    if ('agreementId' in node) member.viewedAgreementIds.add(String(node.agreementId));
    else if (node.__typename === 'Agreement') member.viewedAgreementIds.add(id);
    return node;
  }
}
