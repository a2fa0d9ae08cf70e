import type { Environment } from '../environment.ts';
import type { JsonObject } from '../json.ts';
import type { KeyFormat } from '../key/format.ts';
import type { Validity } from './validity.ts';

/** A template for licenses: the form of their keys and the rules they start with. */
export interface Generator {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly productId: string;
  readonly productName: string;
  readonly status: 'active' | 'inactive';
  readonly format: KeyFormat;
  readonly activationLimit: number;
  /** null = Lifetime. */
  readonly validity: Validity | null;
  readonly features: JsonObject;
  readonly createdAt: Date;
}
