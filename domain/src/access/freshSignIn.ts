const MINUTE = 60_000;

/**
 * Whether a sign-in is young enough for what asks for a fresh one (decisions.md, People).
 * @param signedInAt when the person last proved who they are: the token's auth_time
 * @param minutes how old it may be (settings/security); null = any age
 */
export function isFreshSignIn(signedInAt: Date, minutes: number | null, now: Date): boolean {
  return minutes === null || now.getTime() - signedInAt.getTime() < minutes * MINUTE;
}
