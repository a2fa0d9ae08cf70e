import { reactive, type Ref } from 'vue';
import type { Product } from '@latchkey/domain/product/product';
import { changedMembers } from '../../ui/changedMembers.ts';
import { useRecordForm } from '../../ui/useRecordForm.ts';
import { checkProductForm, productFormOf } from './productForm.ts';
import { useProductCommands } from './useProductCommands.ts';

/** What Edit Product knows; saving tells the job that brings the change to the licenses, if there is one. */
export function useEditProduct(product: Readonly<Ref<Product | null>>) {
  const { give } = useProductCommands();
  return reactive(
    useRecordForm({
      stored: () => product.value,
      revisionOf: ({ revision }) => revision,
      formOf: productFormOf,
      check: (form, opened) => {
        const checked = checkProductForm(form);
        return checked.ok ? { ok: true, ...changedMembers(opened, checked.facts) } : checked;
      },
      send: async ({ changes }, opened) => {
        const { features, ...rest } = changes;
        const all = { ...rest, ...(features && { features: [...features] }) };
        return { jobId: await give(opened, { type: 'edit', revision: opened.revision, changes: all }) };
      },
    }),
  );
}
