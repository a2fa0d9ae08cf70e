import { MAX_DEACTIVATION_DAYS, MAX_DEACTIVATIONS } from '../activation/selfService.ts';

/** What customers may do for themselves; the one section that their browsers read. */
export interface PortalSettings {
  readonly deactivation: boolean;
  /** null = no limit. */
  readonly deactivationLimit: number | null;
  readonly deactivationDays: number;
  readonly offlineFiles: boolean;
}

export const DEFAULT_PORTAL_SETTINGS: PortalSettings = {
  deactivation: true,
  deactivationLimit: null,
  deactivationDays: 30,
  offlineFiles: true,
};

/**
 * The section as stored, read without the schema library, which a customer's browser would have to fetch for
 * these four alone. What is missing or not allowed counts as not set, as everywhere.
 */
export function readPortalSettings(stored: object | undefined): PortalSettings {
  const of = (name: keyof PortalSettings): unknown => stored && Reflect.get(stored, name);
  const onOff = (name: 'deactivation' | 'offlineFiles'): boolean => {
    const value = of(name);
    return typeof value === 'boolean' ? value : DEFAULT_PORTAL_SETTINGS[name];
  };
  const limit = of('deactivationLimit');
  const days = of('deactivationDays');
  return {
    deactivation: onOff('deactivation'),
    deactivationLimit: isWholeTo(MAX_DEACTIVATIONS, limit)
      ? limit
      : DEFAULT_PORTAL_SETTINGS.deactivationLimit,
    deactivationDays: isWholeTo(MAX_DEACTIVATION_DAYS, days)
      ? days
      : DEFAULT_PORTAL_SETTINGS.deactivationDays,
    offlineFiles: onOff('offlineFiles'),
  };
}

function isWholeTo(most: number, value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
