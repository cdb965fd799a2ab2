/** The reason of an abort: the client has closed its connection. Writes that have begun are finished. */
export class ClientGone extends Error {
  constructor() {
    super('The client has gone');
  }
}
