import type { PasswordChange } from '@latchkey/domain/settings/save';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { SECTION_NAMES } from '@latchkey/domain/settings/titles';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { ManagedSection, SaveSection } from '@latchkey/domain/wire/manage/others';
import * as z from 'zod';
import type { SectionNow } from '../operations/manage/readSection.ts';
import { readSections } from '../operations/manage/readSection.ts';
import { saveSettings } from '../operations/saveSettings.ts';
import { iso } from './present.ts';
import { READ } from './records.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ section: z.enum(SECTION_NAMES) });
const tag = 'settings';
const scope = 'everything';

function view(section: SectionName, { values, revision, updatedAt, updatedBy }: SectionNow) {
  return { section, values, revision, updatedAt: iso(updatedAt), updatedBy };
}

async function reply({ call, environment }: Asked, section: SectionName): Promise<Reply> {
  const [now] = await readSections(call.store, environment, [section]);
  if (!now) throw new Error('a section has no values');
  return { body: view(section, now), revision: now.revision };
}

function toChange(password: string | null | undefined): PasswordChange {
  if (password === undefined) return { type: 'keep' };
  return password === null ? { type: 'remove' } : { type: 'set', password };
}

export const SETTINGS_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/settings',
      id: 'listSettings',
      tag,
      scope,
      summary: 'List the sections of the settings',
      description: 'All of them on one page. Passwords are never among the values.',
      answer: listOf(ManagedSection),
    },
    async ({ call, environment }) => {
      const all = await readSections(call.store, environment, SECTION_NAMES);
      const items = SECTION_NAMES.flatMap((name, index) => {
        const now = all[index];
        return now ? [view(name, now)] : [];
      });
      return { body: { items, next: null } };
    },
  ),
  route(
    {
      ...READ,
      path: '/settings/{section}',
      id: 'getSettings',
      tag,
      scope,
      summary: 'Get one section of the settings',
      params,
      answer: ManagedSection,
      etag: 'given',
    },
    (asked) => reply(asked, asked.params.section),
  ),
  route(
    {
      method: 'put',
      path: '/settings/{section}',
      id: 'saveSettings',
      tag,
      scope,
      permission: 'settings.write',
      summary: 'Save one section of the settings',
      description:
        'All of its values. Only an owner gives a key this permission. `password` is that of the mail server: ' +
        'absent = as it is, null = none any more.',
      params,
      body: SaveSection,
      answer: ManagedSection,
      etag: 'if-match',
      refuses: [412, 422],
      example: { values: { graceDays: 7, offlineHours: 24 } },
    },
    async (asked) => {
      const { call, environment, params: place, body } = asked;
      const [now] = await readSections(call.store, environment, [place.section]);
      const outcome = await saveSettings(call, environment, {
        section: place.section,
        revision: asked.revision ?? now?.revision ?? 0,
        values: body.values,
        password: toChange(body.password),
      });
      if (!outcome.ok) return outcome;
      if (outcome.jobId !== null) await asked.around.enqueue({ environment, jobId: outcome.jobId });
      return reply(asked, place.section);
    },
  ),
];
