/** Work that is not done and has not failed either: it is looked at again at this moment. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly until: Date;
  constructor(until: Date) {
    super('not yet');
    this.until = until;
  }
}
