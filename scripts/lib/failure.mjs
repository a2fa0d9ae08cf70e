/** Something the user can act on: its message is one clear sentence or two, shown without a stack. */
export class Failure extends Error {}
