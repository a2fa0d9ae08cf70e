import { computed, reactive } from 'vue';
import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import { isNetwork } from '@latchkey/domain/apiKey/addresses';
import { DEFAULT_KEY_RATE, MAX_KEY_RATE } from '@latchkey/domain/apiKey/apiKey';
import type { ApiKeyView, CreateApiKeyRequest } from '@latchkey/domain/wire/console/apiKeys';
import { useCheckedForm } from '../ui/useCheckedForm.ts';
import { dayOf, endOfDay } from '../ui/zonedDate.ts';

type Facts = CreateApiKeyRequest['facts'];

/**
 * The form of a key, new or edited; the server has the last word.
 * @param timeZone whose days are meant
 */
export function useApiKeyForm(timeZone: () => string) {
  const form = reactive({
    name: '',
    permissions: ['console.read'] as ApiPermission[],
    productIds: [] as string[],
    addresses: '',
    perMinute: String(DEFAULT_KEY_RATE),
    /** "2027-03-14"; '' = never. */
    expires: '',
  });

  const networks = computed(() => form.addresses.split(/[\s,;]+/).filter((text) => text !== ''));

  const checkedForm = useCheckedForm(() => {
    const name = form.name.trim();
    const perMinute = /^\d{1,4}$/.test(form.perMinute.trim()) ? Number(form.perMinute) : 0;
    const expiresAt = form.expires === '' ? null : endOfDay(form.expires, timeZone());
    const past = expiresAt !== null && expiresAt.getTime() <= Date.now();
    const wrong = {
      ...(name.length < 3 && { name: 'Enter a name of 3 characters and more.' }),
      ...(form.permissions.length === 0 && { permissions: 'Choose at least one permission.' }),
      ...(networks.value.some((text) => !isNetwork(text)) && {
        addresses: 'Each is like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.',
      }),
      ...((perMinute < 1 || perMinute > MAX_KEY_RATE) && {
        perMinute: `Enter a whole number from 1 to ${MAX_KEY_RATE.toLocaleString('en')}.`,
      }),
      ...(form.expires !== '' && (expiresAt === null || past) && { expires: 'Choose a day to come.' }),
    };
    if (Object.keys(wrong).length > 0) return { ok: false, errors: wrong };
    const facts: Facts = {
      name,
      permissions: [...form.permissions],
      productIds: form.productIds.length === 0 ? null : [...form.productIds],
      addresses: networks.value.length === 0 ? null : networks.value,
      perMinute,
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    return { ok: true, facts };
  });

  function fill(apiKey: ApiKeyView): void {
    form.name = apiKey.name;
    form.permissions = [...apiKey.permissions];
    form.productIds = [...(apiKey.productIds ?? [])];
    form.addresses = (apiKey.addresses ?? []).join('\n');
    form.perMinute = String(apiKey.perMinute);
    form.expires = apiKey.expiresAt === null ? '' : dayOf(new Date(apiKey.expiresAt), timeZone());
  }

  function toggle(permission: ApiPermission, on: boolean): void {
    const others = form.permissions.filter((one) => one !== permission);
    form.permissions = on ? [...others, permission] : others;
  }

  return { form, fill, toggle, ...checkedForm };
}
