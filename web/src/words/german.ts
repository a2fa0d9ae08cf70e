import type { Catalog, SameParameters, Translation } from './catalog.ts';
import { check } from './check.de.ts';
import { counts } from './counts.de.ts';
import { dashboard } from './dashboard.de.ts';
import { devices } from './devices.de.ts';
import { downloads } from './downloads.de.ts';
import { expiry } from './expiry.de.ts';
import { features } from './features.de.ts';
import { files } from './files.de.ts';
import { frame } from './frame.de.ts';
import { license } from './license.de.ts';
import { licenses } from './licenses.de.ts';
import { refusals, verdicts } from './problems.de.ts';
import { profile } from './profile.de.ts';
import { proof } from './proof.de.ts';
import { services } from './services.de.ts';
import { settings } from './settings.de.ts';
import { signin } from './signin.de.ts';
import { states } from './states.de.ts';
import { ui } from './ui.de.ts';
import { vuetify } from './vuetify.de.ts';

const areas = {
  check,
  counts,
  dashboard,
  devices,
  downloads,
  expiry,
  features,
  files,
  frame,
  license,
  licenses,
  profile,
  proof,
  services,
  settings,
  signin,
  states,
  ui,
};
const catalog: SameParameters<Catalog, typeof areas> & Catalog = areas;

/** All of it in German, formal. */
export const german: Translation = {
  catalog,
  problems: { ...services, ...verdicts, ...refusals },
  vuetify,
};
