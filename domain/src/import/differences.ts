import { sameJson } from '../json.ts';
import { foldKey } from '../key/fold.ts';
import type { License, LicensePrivate } from '../license/license.ts';
import type { LicenseImportRow } from '../wire/console/importRows.ts';
import type { ImportRefusal } from './refusals.ts';
import { refuseRow } from './refusals.ts';
import { metadataOf } from './metadata.ts';

/** Ids that the texts of a row stand for. */
export interface ResolvedRow {
  readonly productId: string;
  /** null = the row names none. */
  readonly generatorId: string | null;
  /** null = the row names none. */
  readonly customerId: string | null;
}

/**
 * What of a row is not so on the license that is there already, by the titles of its columns. What the row
 * does not say is not compared: it may have changed since.
 */
export function differences(
  row: LicenseImportRow,
  { productId, generatorId, customerId }: ResolvedRow,
  license: License,
  hidden: LicensePrivate,
): string[] {
  const expires = license.expiresAt?.toISOString() ?? (license.validity === null ? null : undefined);
  const metadata = metadataOf(row);
  const same: Readonly<Record<string, boolean>> = {
    Key: row.key === undefined || sameKey(row.key, license),
    Product: productId === license.productId,
    Generator: generatorId === null || generatorId === license.generatorId,
    'Customer e-mail': customerId === null || customerId === license.customerId,
    'Activation limit': row.limit === undefined || row.limit === license.activationLimit,
    'Expiry date': row.expires === undefined || sameMoment(row.expires, expires),
    Features: row.features === undefined || sameJson(row.features, license.features),
    Metadata: row.metadata === undefined || sameJson(metadata, hidden.metadata),
  };
  return Object.entries(same).flatMap(([title, is]) => (is ? [] : [title]));
}

/** An import makes what is missing and changes nothing that is there. */
export function licenseDiffers(titles: readonly string[]): ImportRefusal {
  return refuseRow(
    'LICENSE_DIFFERS',
    `This license exists already and differs: ${titles.join(', ')}. An import changes no license; edit it by ` +
      'hand, or leave the row out.',
  );
}

function sameKey(key: string, license: License): boolean {
  return license.keyCaseSensitive ? key === license.key : foldKey(key) === foldKey(license.key);
}

function sameMoment(asked: string | null, is: string | null | undefined): boolean {
  if (asked === null || is === null || is === undefined) return asked === is;
  return Date.parse(asked) === Date.parse(is);
}
