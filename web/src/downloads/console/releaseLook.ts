import {
  mdiCheckCircleOutline,
  mdiCloudUploadOutline,
  mdiEyeOffOutline,
  mdiFileDocumentEditOutline,
} from '@mdi/js';
import type { ReleaseState } from '@latchkey/domain/download/release';
import type { StateLook } from '../../ui/stateLook.ts';

export const RELEASE_LOOK: Readonly<Record<ReleaseState, StateLook>> = {
  uploading: { word: 'File missing', tone: 'amber', icon: mdiCloudUploadOutline, outlined: true },
  draft: { word: 'Draft', tone: 'grey', icon: mdiFileDocumentEditOutline, outlined: true },
  published: { word: 'Published', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  withdrawn: { word: 'Withdrawn', tone: 'red', icon: mdiEyeOffOutline, outlined: true },
};
