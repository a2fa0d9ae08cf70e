/** Brings the grace of the settings to the licenses that follow it. */
export interface GraceCopiesWork {
  readonly kind: 'grace-copies';
  /** As it was saved; each page goes by what the settings say then. */
  readonly graceDays: number;
}
