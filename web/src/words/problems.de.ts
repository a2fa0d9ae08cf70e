import type { CustomerRefusalCode } from '@latchkey/domain/wire/console/customerCodes';
import type { VerdictCode } from '@latchkey/domain/license/codes';

/** Why a door of the portal did not do what was asked. */
export const refusals: Readonly<Record<CustomerRefusalCode, string>> = {
  NOT_FOUND: 'Das ist für Sie gerade nicht verfügbar. Laden Sie die Seite neu, um zu sehen, was da ist.',
  FORBIDDEN: 'Ihr Konto darf das nicht.',
  CHANGED_MEANWHILE: 'Inzwischen hat sich etwas geändert. Sehen Sie nach und versuchen Sie es noch einmal.',
  DEVICE_NOT_ACTIVE:
    'Dieses Gerät ist nicht aktiv: Es ist schon deaktiviert oder zusammen mit seiner Lizenz gesperrt.',
  OFFLINE_NOT_ALLOWED: 'Für dieses Produkt gibt es keine Offline-Dateien.',
  SELF_SERVICE_OFF: 'Das geht hier nicht von selbst. Bitten Sie den Anbieter darum.',
  SELF_SERVICE_LIMIT:
    'Mehr Geräte dürfen Sie auf dieser Lizenz gerade nicht deaktivieren. Warten Sie, bis das nächste möglich ist, oder fragen Sie den Anbieter.',
  REAUTHENTICATION_NEEDED: 'Ihre letzte Anmeldung ist dafür zu lange her. Melden Sie sich neu an.',
  MAIL_OFF:
    'Schlüssel werden hier nicht per E-Mail gesendet. Melden Sie sich an, um Ihre zu sehen, oder fragen Sie den Anbieter.',
};

/** Why no offline file is issued: only what is valid gets one. */
export const verdicts: Readonly<Record<VerdictCode, string>> = {
  NOT_FOUND: refusals.NOT_FOUND,
  ENVIRONMENT_MISMATCH: 'Dieser Lizenzschlüssel gehört zu einer anderen Umgebung.',
  PRODUCT_MISMATCH: 'Dieser Lizenzschlüssel gehört zu einem anderen Produkt.',
  REVOKED: 'Lizenz widerrufen: Der Anbieter hat diese Lizenz endgültig beendet.',
  EXPIRED: 'Lizenz abgelaufen: Die Zeit dieser Lizenz ist um; lassen Sie sie verlängern.',
  SUSPENDED:
    'Lizenz gesperrt: Der Anbieter hat diese Lizenz gesperrt; wenden Sie sich an ihn, um das aufheben zu lassen.',
  INACTIVE: 'Lizenz pausiert: Der Anbieter hat diese Lizenz pausiert.',
  NOT_ASSIGNED: 'Diese Lizenz ist noch niemandem zugewiesen.',
  PRODUCT_INACTIVE: 'Das Produkt dieser Lizenz nimmt gerade keine neuen Aktivierungen an.',
  FEATURE_MISSING: 'Diese Lizenz enthält nicht alles, wonach gefragt wurde.',
  ALREADY_ACTIVATED: 'Dieses Gerät ist bereits aktiviert.',
  LIMIT_EXCEEDED: 'Alle Aktivierungen dieser Lizenz sind in Gebrauch; deaktivieren Sie zuerst eine.',
  DEVICE_DEACTIVATED: 'Dieses Gerät wurde von der Lizenz entfernt; aktivieren Sie es neu.',
  HARDWARE_MISMATCH: 'Diese Lizenz ist auf anderen Geräten in Gebrauch und hat für dieses keinen Platz frei.',
  DOMAIN_MISMATCH: 'Diese Lizenz ist auf anderen Domains in Gebrauch und hat für diese keinen Platz frei.',
  NOT_ACTIVATED: 'Dieses Gerät ist für diese Lizenz nicht aktiviert.',
  VALID: 'Diese Lizenz ist gültig.',
  ACTIVATED: 'Dieses Gerät ist jetzt aktiviert.',
  DEACTIVATED: 'Dieses Gerät ist jetzt deaktiviert; sein Platz ist frei.',
};
