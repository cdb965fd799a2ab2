/** Why nobody waits for an answer any more: the client has closed its connection. What it had begun to write goes on. */
export class ClientGone extends Error {
  constructor() {
    super('The client has gone');
  }
}
