import type { Product } from '@latchkey/domain/product/product';
import type { ProductCommandName } from '@latchkey/domain/product/commands';
import type { ReasonField } from '../../ui/confirm.ts';

/** What a command touches, as it is counted when the question is asked; null = not counted. */
export interface Touched {
  readonly revoked: number;
  readonly deleted: number;
}

export interface CommandWords {
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  readonly reasons: readonly ReasonField[];
  /** What has to be typed; null where one click is enough. */
  readonly typed: string | null;
  readonly done: string;
}

const REASON: ReasonField = {
  key: 'reason',
  label: 'Reason',
  help: 'The customers read it.',
  required: true,
  maxLength: 500,
};

/** The words of the question, with what it touches. */
export function productWords(
  command: Exclude<ProductCommandName, 'edit'>,
  product: Product,
  touched: Touched | null,
): CommandWords {
  const plain = { danger: false, reasons: [], typed: null } as const;
  switch (command) {
    case 'activate':
      return {
        ...plain,
        title: 'Activate this product?',
        consequence: 'New licenses can be made, and its licenses take new activations again.',
        verb: 'Activate product',
        done: 'Product activated',
      };
    case 'inactivate':
      return {
        ...plain,
        title: 'Inactivate this product?',
        consequence:
          'It gets no new licenses, and its licenses take no new activations. What runs already goes on. ' +
          'The licenses hear of it within moments.',
        verb: 'Inactivate product',
        done: 'Product inactivated',
      };
    case 'archive':
      return {
        ...plain,
        title: 'Archive this product?',
        consequence:
          'It leaves lists and pickers and counts as inactive: no new licenses, no new activations. Its licenses ' +
          'go on, and it can be taken out again at any time.',
        verb: 'Archive product',
        done: 'Product archived',
      };
    case 'unarchive':
      return {
        ...plain,
        title: 'Take this product out of the archive?',
        consequence: 'It comes back into the lists, inactive until somebody activates it.',
        verb: 'Take out of the archive',
        done: 'Product taken out of the archive',
      };
    case 'kill':
      return {
        title: 'Use the kill switch?',
        consequence: killWords(touched),
        verb: 'Revoke and delete licenses',
        danger: true,
        reasons: [REASON],
        typed: product.id,
        done: 'Kill switch used',
      };
    case 'delete':
      return {
        title: 'Delete this product?',
        consequence:
          'The product and its generators are removed; it has no licenses. Only the audit trail remains. This ' +
          'cannot be undone.',
        verb: 'Delete product',
        danger: true,
        reasons: [],
        typed: product.id,
        done: 'Product deleted',
      };
  }
}

function killWords(touched: Touched | null): string {
  const numbers =
    touched === null
      ? 'Every license that has a customer is revoked, every available one is deleted.'
      : `${many(touched.revoked)} with a customer ${be(touched.revoked)} revoked, ` +
        `${touched.deleted.toLocaleString('en')} available ${be(touched.deleted)} deleted.`;
  return `${numbers} Their software stops at its next check. The product becomes inactive at once, the licenses follow as a background job. This cannot be undone.`;
}

function many(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'license' : 'licenses'}`;
}

function be(count: number): string {
  return count === 1 ? 'is' : 'are';
}
