import type { Environment } from '../environment.ts';
import type { JsonObject } from '../json.ts';
import type { KeyFormat } from '../key/format.ts';
import { textTokens } from '../search/tokens.ts';
import type { Validity } from './validity.ts';

export const GENERATOR_STATUSES = ['active', 'inactive'] as const;
export type GeneratorStatus = (typeof GENERATOR_STATUSES)[number];

/** A template for licenses: the form of their keys and the rules they start with. */
export interface Generator {
  readonly id: string;
  readonly environment: Environment;
  /** Unique among the generators of its product, however it is spelled. */
  readonly name: string;
  /** The name as it is compared. */
  readonly nameKey: string;
  readonly description: string;
  readonly productId: string;
  readonly productName: string;
  readonly status: GeneratorStatus;
  /** Its type never changes; what is in it may, for keys to come. */
  readonly format: KeyFormat;
  readonly activationLimit: number;
  /** null = Lifetime. */
  readonly validity: Validity | null;
  /** Over those of the product. */
  readonly features: JsonObject;
  /** What new licenses have as metadata unless they bring their own. */
  readonly metadata: JsonObject;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Counts commands: an edit names the revision it was made on. */
  readonly revision: number;
  /** Pieces that searches find it by; a stored generator always has them. */
  readonly search?: { readonly [token: string]: true };
}

/** The form in which names are compared: case and doubled spaces tell no two of them apart. */
export function generatorNameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The record with what follows from its texts brought up to date. */
export function withGeneratorDerived(generator: Omit<Generator, 'search' | 'nameKey'>): Generator {
  const { name, description, productName } = generator;
  return {
    ...generator,
    nameKey: generatorNameKey(name),
    search: textTokens([name, productName, description]),
  };
}
