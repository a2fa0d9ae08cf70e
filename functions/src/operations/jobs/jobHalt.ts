/**
 * Thrown while a page is carried out, where going on makes no sense until somebody has changed something: the
 * job fails with this sentence, and a retry begins again with the same page.
 */
export class JobHalt extends Error {
  override readonly name = 'JobHalt';
}
