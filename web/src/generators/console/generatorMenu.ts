import {
  mdiDeleteOutline,
  mdiKeyPlus,
  mdiPauseCircleOutline,
  mdiPencilOutline,
  mdiPlayCircleOutline,
} from '@mdi/js';
import type { Actor } from '@latchkey/domain/access/actor';
import type { GeneratorCommandName } from '@latchkey/domain/generator/commands';
import { generateRefusal, generatorRefusal } from '@latchkey/domain/generator/decide';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { Product } from '@latchkey/domain/product/product';
import type { ActionItem } from '../../ui/actionMenu.ts';

export type GeneratorAction = GeneratorCommandName | 'generate';
export type GeneratorMenuItem = ActionItem & {
  readonly key: GeneratorAction;
  /** What it does, for the dangerous end of the page. */
  readonly text: string;
};

/** Every action, open or with the reason why not: the same law that guards the write. `product` null = not known. */
export function generatorMenu(
  generator: Generator,
  product: Product | null,
  actor: Actor,
): GeneratorMenuItem[] {
  const closed = (command: GeneratorCommandName): string | null =>
    generatorRefusal(generator, command, actor)?.reason ?? null;
  const turn: GeneratorMenuItem =
    generator.status === 'active'
      ? {
          key: 'inactivate',
          label: 'Inactivate',
          icon: mdiPauseCircleOutline,
          danger: false,
          closed: closed('inactivate'),
          text: 'It makes no more licenses; those it has made stay as they are.',
        }
      : {
          key: 'activate',
          label: 'Activate',
          icon: mdiPlayCircleOutline,
          danger: false,
          closed: closed('activate'),
          text: 'It may make licenses again.',
        };
  return [
    {
      key: 'generate',
      label: 'Generate licenses',
      icon: mdiKeyPlus,
      danger: false,
      closed: generateRefusal(generator, product, actor)?.reason ?? null,
      text: '',
    },
    {
      key: 'edit',
      label: 'Edit',
      icon: mdiPencilOutline,
      danger: false,
      closed: closed('edit'),
      text: '',
    },
    turn,
    {
      key: 'delete',
      label: 'Delete',
      icon: mdiDeleteOutline,
      danger: true,
      closed: closed('delete'),
      text: 'The licenses that it has made stay valid; they can no longer be renewed with it.',
    },
  ];
}
