import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { onRequest } from 'firebase-functions/https';

const firestore = getFirestore(initializeApp({ projectId: process.env['GCLOUD_PROJECT'] }));

/** Reads the two documents that a validate reads, as anybody would, and says whether they are there. */
export const readTwo = onRequest(async (request, response) => {
  const { license, activation } = request.body as { license: string; activation: string };
  const documents = await firestore.getAll(
    firestore.doc(`environments/production/licenses/${license}`),
    firestore.doc(`environments/production/activations/${activation}`),
  );
  response.json({ ok: documents.every(({ exists }) => exists) });
});
