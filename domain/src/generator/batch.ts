/** How many licenses a person asks for at once (decisions.md, Numbers). */
export const MAX_FORM_QUANTITY = 1_000;
/** Up to so many are made while the person waits; more are a background job. */
export const AT_ONCE_QUANTITY = 100;
/** How many a job makes at most. */
export const MAX_JOB_QUANTITY = 100_000;
