import type { FindingName, Telling, TellingFacts } from '@latchkey/domain/license/findings';
import { states } from './states.de.ts';

const place = states.environment;
const thisDevice = ({ device }: TellingFacts): string =>
  device === 'domain' ? 'Diese Domain' : 'Dieses Gerät';
const used = ({ slotLimit }: TellingFacts): string =>
  slotLimit === 1
    ? 'dem einen Gerät oder der einen Domain in Gebrauch, die sie erlaubt'
    : `allen ${slotLimit} Geräten oder Domains in Gebrauch, die sie erlaubt`;

/** What is the matter, by the domain's names. */
export const findings: Readonly<Record<FindingName, Telling>> = {
  NOT_FOUND: () => 'Keine Lizenz in irgendeiner Umgebung hat diesen Schlüssel.',
  ENVIRONMENT_MISMATCH: ({ home, asked }) =>
    `Die Lizenz gehört zur Umgebung ${place[home]}, die Software fragt in ${place[asked]}.`,
  PRODUCT_MISMATCH: ({ productName }) =>
    `Die Lizenz gilt für ${productName}, die Software fragt nach einem anderen Produkt.`,
  REVOKED: () => 'Die Lizenz ist widerrufen, und das ist endgültig.',
  EXPIRED: () => 'Die Lizenz ist abgelaufen: Ihr Datum ist vorbei.',
  EXPIRED_WITH_GRACE: () => 'Die Lizenz ist abgelaufen: Ihr Datum und ihre Nachfrist sind vorbei.',
  SUSPENDED: () => 'Die Lizenz ist gesperrt, und ihre Geräte sind es mit ihr.',
  INACTIVE: () => 'Die Lizenz ist pausiert: Jemand hat sie von Hand angehalten.',
  NOT_ASSIGNED: () => 'Die Lizenz ist noch niemandem zugewiesen.',
  PRODUCT_INACTIVE: () =>
    'Das Produkt ist abgeschaltet: Es nimmt keine neuen Geräte an; die bisherigen gehen weiter.',
  FEATURE_MISSING: () => 'Die Lizenz enthält nicht jede Funktion, nach der die Software fragt.',
  LIMIT_EXCEEDED: (facts) => `Die Lizenz ist auf ${used(facts)}, und nimmt kein weiteres an.`,
  UNKNOWN_DEVICE: (facts) =>
    `Die Lizenz kennt ${facts.device === 'domain' ? 'diese Domain' : 'dieses Gerät'} nicht und ist auf ${used(facts)}.`,
  DEVICE_DEACTIVATED: (facts) => `${thisDevice(facts)} wurde von der Lizenz entfernt.`,
  NOT_ACTIVATED: (facts) => `${thisDevice(facts)} ist für die Lizenz nicht aktiviert.`,
  IDENTIFIER_NEEDED: () => 'Das Produkt braucht eine Kennung des Geräts, und die Software sendet keine.',
  VALID: () => 'Die Lizenz ist gültig.',
  IN_GRACE: () => 'Das Datum der Lizenz ist vorbei; in ihrer Nachfrist geht sie weiter.',
  ALREADY_ACTIVATED: (facts) =>
    `${thisDevice(facts)} ist bereits aktiviert; noch einmal zu fragen belegt keinen zweiten Platz.`,
  ACTIVATED: (facts) => `${thisDevice(facts)} kann aktiviert werden.`,
  DEACTIVATED: (facts) => `${thisDevice(facts)} kann deaktiviert werden; der Platz wird dann frei.`,
  OTHER_KEY: () =>
    'Die Software sendet einen anderen Schlüssel als den dieser Lizenz: Dieser hier ist bekannt.',
  OTHER_ENVIRONMENT: ({ home }) =>
    `Die Software fragt in einer anderen Umgebung als ${place[home]}, wohin diese Lizenz gehört.`,
  OTHER_PRODUCT: ({ productName }) => `Die Software fragt nach einem anderen Produkt als ${productName}.`,
  OTHER_FEATURE: ({ features }) =>
    `Die Software fragt nach einer Funktion, die diese Lizenz nicht hat. Sie hat ${features.length === 0 ? 'keine' : features.join(', ')}.`,
  NEVER: ({ code }) => `So, wie sie jetzt ist, antwortet diese Lizenz nie mit ${code}.`,
  NO_LONGER: ({ code }) => `So, wie sie jetzt ist, antwortet diese Lizenz nicht mehr mit ${code}.`,
  SERVICE: ({ code }) =>
    `${code} sagt nichts über diese Lizenz: Die Anfrage selbst konnte nicht beantwortet werden.`,
};
