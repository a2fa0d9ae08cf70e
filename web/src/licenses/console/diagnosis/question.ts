import { normaliseIdentifier, type IdentifierType } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import type { DiagnosisAsked } from '@latchkey/domain/license/diagnosis';
import type { License } from '@latchkey/domain/license/license';
import type { CheckAction } from '@latchkey/domain/license/validation';

/** What the software is said to ask, as entered. */
export interface QuestionForm {
  action: CheckAction;
  identifier: string;
  identifierType: IdentifierType;
  environment: Environment;
  /** The product id; empty = the software names none. */
  product: string;
  /** Names with commas between. */
  features: string;
}

export function emptyQuestion({ environment }: Pick<License, 'environment'>): QuestionForm {
  return {
    action: 'validate',
    identifier: '',
    identifierType: 'hardware',
    environment,
    product: '',
    features: '',
  };
}

export interface CheckedQuestion {
  readonly asked: DiagnosisAsked;
  /** What is wrong with the identifier; null = nothing. */
  readonly identifierError: string | null;
}

/** The question in normal form, as a door would read it. */
export function checkQuestion(form: Readonly<QuestionForm>): CheckedQuestion {
  const { action, environment, identifierType: type } = form;
  const value = form.identifier.trim() === '' ? null : normaliseIdentifier(type, form.identifier);
  const wrong = value === null && form.identifier.trim() !== '';
  const product = form.product.trim();
  const features = form.features
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    asked: {
      action,
      environment,
      ...(product !== '' && { product }),
      ...(value !== null && { identifier: { type, value } }),
      ...(features.length > 0 && { features }),
    },
    identifierError: wrong
      ? type === 'domain'
        ? 'That is not a domain, such as shop.example.com.'
        : 'At most 255 characters.'
      : null,
  };
}

/** The question in words: "validate in production, on HW-1". */
export function questionWords({
  action,
  environment,
  identifier,
  product,
  features,
}: DiagnosisAsked): string {
  return [
    `${action ?? 'validate'} in ${environment ?? 'production'}`,
    identifier === undefined ? 'without an identifier' : `on ${identifier.value}`,
    ...(product === undefined ? [] : [`for product ${product}`]),
    ...(features === undefined ? [] : [`with ${features.join(', ')}`]),
  ].join(', ');
}
