import { initializeApp } from 'firebase-admin/app';
import { FieldValue, getFirestore } from 'firebase-admin/firestore';
import { onRequest } from 'firebase-functions/https';

const firestore = getFirestore(initializeApp({ projectId: process.env['GCLOUD_PROJECT'] }));

/** A transaction of two reads and two writes on the documents an activation is about. */
export const transaction = onRequest(async (request, response) => {
  const { license, activation } = request.body as { license: string; activation: string };
  const licenseRef = firestore.doc(`environments/production/licenses/${license}`);
  const activationRef = firestore.doc(`environments/production/activations/${activation}`);
  await firestore.runTransaction(async (transaction) => {
    const [found] = await transaction.getAll(licenseRef, activationRef);
    if (!found?.exists) throw new Error('no such license');
    transaction.update(licenseRef, { activationCount: FieldValue.increment(1) });
    transaction.set(activationRef, { licenseId: license, status: 'active', activatedAt: new Date() });
  });
  response.json({ ok: true });
});
