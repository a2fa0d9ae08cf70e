import type { CustomerStep } from '@latchkey/domain/license/customerSteps';
import type { Telling } from '@latchkey/domain/license/findings';
import { states } from './states.de.ts';

const place = states.environment;

/** What a customer can do, by the domain's names. */
export const steps: Readonly<Record<CustomerStep, Telling>> = {
  CHECK_KEY: () => 'Prüfen Sie den Schlüssel auf Tippfehler.',
  ASK_FOR_ANOTHER: ({ home }) =>
    `Dieser Schlüssel gilt nur in der Umgebung ${place[home]}; bitten Sie den Anbieter um einen anderen.`,
  USE_WITH_PRODUCT: ({ productName }) => `Verwenden Sie diesen Schlüssel mit ${productName}.`,
  ENDED: () => 'Wenden Sie sich an den Anbieter: Diese Lizenz ist endgültig beendet.',
  RENEW: () => 'Bitten Sie den Anbieter, sie zu verlängern.',
  RENEWED: () => 'Sie wurde verlängert: Verwenden Sie den Schlüssel Ihrer neuen Lizenz.',
  LIFT: () => 'Wenden Sie sich an den Anbieter, um die Sperre aufheben zu lassen.',
  PAUSED: () => 'Wenden Sie sich an den Anbieter: Er hat diese Lizenz pausiert.',
  ASSIGN: () => 'Bitten Sie den Anbieter, Ihnen diese Lizenz zuzuweisen.',
  GO_ON: () => 'Arbeiten Sie mit den bisherigen Geräten weiter oder wenden Sie sich an den Anbieter.',
  FEATURE: () => 'Bitten Sie den Anbieter um eine Lizenz, die diese Funktion enthält.',
  FREE_A_SLOT: ({ device }) =>
    device === 'domain'
      ? 'Deaktivieren Sie eine Domain, die Sie nicht mehr nutzen, und aktivieren Sie dann diese.'
      : 'Deaktivieren Sie ein Gerät, das Sie nicht mehr nutzen, und aktivieren Sie dann dieses.',
  ACTIVATE_AGAIN: () => 'Aktivieren Sie es neu; ein Platz ist frei.',
  ACTIVATE_FIRST: ({ device }) =>
    device === 'domain'
      ? 'Aktivieren Sie die Software zuerst auf dieser Domain.'
      : 'Aktivieren Sie die Software zuerst auf diesem Gerät.',
  UPDATE: () => 'Aktualisieren Sie die Software; hilft das nicht, wenden Sie sich an den Anbieter.',
  RENEW_IN_GRACE: () => 'Bitten Sie den Anbieter, sie vor dem Ende der Nachfrist zu verlängern.',
  NOTHING: () =>
    'Es steht nichts im Weg; versuchen Sie es noch einmal und wenden Sie sich an den Anbieter, wenn es weiter nicht geht.',
  COPY_KEY: ({ keyHint }) =>
    `Kopieren Sie hier den Schlüssel, der mit ${keyHint} beginnt, und geben Sie ihn neu ein.`,
  RUN_THERE: ({ home }) =>
    `Verwenden Sie diesen Schlüssel dort, wo die Software in ${place[home]} läuft, oder bitten Sie den Anbieter um einen anderen.`,
  CHECK_AGAIN: () =>
    'Lassen Sie die Software noch einmal prüfen: Was sie anzeigt, ist älter als die letzte Änderung, oder sie verwendet einen anderen Schlüssel.',
  WAIT: () => 'Warten Sie ein paar Minuten und lassen Sie die Software noch einmal prüfen.',
  UPDATE_OR_TELL: () =>
    'Aktualisieren Sie die Software. Hilft das nicht, geben Sie diese Meldung an den Anbieter weiter.',
};
