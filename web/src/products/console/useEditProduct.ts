import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { sameJson } from '@latchkey/domain/json';
import type { ProductFacts } from '@latchkey/domain/product/commands';
import type { Product } from '@latchkey/domain/product/product';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { changedFacts, checkProductForm, productFormOf, type ProductForm } from './productForm.ts';
import { useProductCommands } from './useProductCommands.ts';

/**
 * What Edit Product knows. The form holds the product as it was opened; when somebody changes it meanwhile the
 * form says so and keeps what was entered, and "take over" goes on from the newer state.
 */
export function useEditProduct(product: Readonly<Ref<Product | null>>) {
  const { give } = useProductCommands();
  const opened = shallowRef<Product | null>(null);
  const form = ref<ProductForm | null>(null);
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  watch(
    product,
    (next) => {
      if (opened.value !== null || next === null) return;
      opened.value = next;
      form.value = productFormOf(next);
    },
    { immediate: true },
  );

  const checked = computed(() => (form.value === null ? null : checkProductForm(form.value)));
  const errors = computed(() => (tried.value && checked.value?.ok === false ? checked.value.errors : {}));
  const changes = computed<Partial<ProductFacts>>(() =>
    checked.value?.ok === true && opened.value ? changedFacts(opened.value, checked.value.facts) : {},
  );
  const changed = computed(() => Object.keys(changes.value) as (keyof ProductFacts)[]);
  const outdated = computed(
    () => product.value !== null && opened.value !== null && product.value.revision !== opened.value.revision,
  );

  /** Goes on from the newer state: fields that were not touched take its values, the others stay as entered. */
  function takeOver(): void {
    if (product.value === null || opened.value === null || form.value === null) return;
    const before = productFormOf(opened.value);
    const newer = productFormOf(product.value);
    form.value = merge(before, form.value, newer);
    opened.value = product.value;
    problem.value = null;
  }

  /** What came of it; null when the form or the server said no. */
  async function save(): Promise<{ readonly jobId: string | null } | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || opened.value === null || checked.value?.ok !== true) return null;
    if (changed.value.length === 0) return { jobId: null };
    busy.value = true;
    try {
      const { features, ...rest } = changes.value;
      const command = {
        type: 'edit' as const,
        revision: opened.value.revision,
        changes: { ...rest, ...(features && { features: [...features] }) },
      };
      return { jobId: await give(opened.value, command) };
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return reactive({ form, errors, changed, outdated, busy, problem, save, takeOver });
}

/** Field by field: what the person changed stays, the rest follows the newer state. */
function merge(before: ProductForm, mine: ProductForm, newer: ProductForm): ProductForm {
  const names = Object.keys(mine) as (keyof ProductForm)[];
  const touched = names.filter((name) => !sameJson(plain(mine[name]), plain(before[name])));
  return { ...newer, ...Object.fromEntries(touched.map((name) => [name, mine[name]])) };
}

/** Rows carry a key that tells them apart on the screen and nothing else. */
function plain(value: ProductForm[keyof ProductForm]): unknown {
  return Array.isArray(value) ? value.map(({ key: _key, ...row }) => row) : value;
}
