import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { RawDoc } from '../firebase/description.ts';

export function activationsPath(environment: Environment): string {
  return `environments/${environment}/activations`;
}

/** Reads a device; id and environment are the document's place. */
export function readActivation(environment: Environment) {
  return (id: string, data: RawDoc['data']): Activation =>
    ({ ...data, id, environment }) as unknown as Activation;
}
