export { NodeResolver } from './node.resolver';
export { NodeService } from './node.service';
