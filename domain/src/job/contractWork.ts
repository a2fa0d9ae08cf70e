/** Licenses of a contract, within its quota: more than are issued while a person waits. */
export interface IssueContractWork {
  readonly kind: 'issue-contract';
  readonly contractId: string;
  readonly contractName: string;
  readonly productName: string;
  readonly quantity: number;
  /** Every license is assigned to them at once; null = available. */
  readonly customer: { readonly email: string; readonly name: string | null } | null;
}
