import { EventEmitter } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { Connections } from './connections';

/** Sockets of a server that have nothing but an address. */
function connectionsOf(max: number, maxPerAddress: number) {
  const server = new EventEmitter();
  const connections = new Connections(server as Server, { max, maxPerAddress });
  const open = (remoteAddress: string): Socket => {
    const socket = Object.assign(new EventEmitter(), {
      remoteAddress,
      destroyed: false,
      destroy: () => {
        socket.destroyed = true;
        socket.emit('close');
      },
    });
    server.emit('connection', socket);
    return socket as unknown as Socket;
  };
  const request = (socket: Socket): EventEmitter => {
    const response = new EventEmitter();
    connections.track(socket, response as ServerResponse);
    return response;
  };
  return { open, request };
}

const closed = (sockets: Socket[]): boolean[] => sockets.map(({ destroyed }) => destroyed);

test('an address has a bounded number of connections: the one that has been idle longest is closed', () => {
  const { open, request } = connectionsOf(100, 2);
  const others = [open('192.0.2.2'), open('192.0.2.2')];
  const [first, second] = [open('192.0.2.1'), open('::ffff:192.0.2.1')];
  request(first).emit('close');
  const third = open('192.0.2.1');
  expect(closed([first, second, third, ...others])).toEqual([false, true, false, false, false]);
  request(first);
  request(third);
  const refusedSocket = open('192.0.2.1');
  expect(closed([first, third, refusedSocket])).toEqual([false, false, true]);
  third.destroy();
  expect(closed([open('192.0.2.1')])).toEqual([false]);
});

test('an IPv6 network counts as one address, and the local machine is not limited', () => {
  const { open } = connectionsOf(100, 1);
  const [one, same, other] = ['2001:db8:0:1::1', '2001:db8:0:1:f::2', '2001:db8:0:2::1'].map(open);
  expect(closed([one!, same!, other!])).toEqual([true, false, false]);
  expect(closed(['127.0.0.1', '127.0.0.1', '::1', '::1', '::ffff:127.0.0.1'].map(open))).not.toContain(true);
});

test('the number of all connections is bounded, from any addresses: one is closed for each that comes', () => {
  const { open, request } = connectionsOf(3, 100);
  const busy = open('192.0.2.1');
  request(busy);
  const idle = ['192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'].map(open);
  expect(closed([busy, ...idle])).toEqual([false, true, true, false, false]);
});
