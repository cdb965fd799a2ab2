import { NodeResolver } from './node.resolver';
import { NodeService } from './node.service';

export function createNode() {
  return { resolvers: [new NodeResolver(new NodeService())] };
}
