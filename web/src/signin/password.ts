export const PASSWORD_MIN = 8;

/** What is wrong with a new password, in words; null when it will do. The server has the last word. */
export function passwordComplaint(password: string): string | null {
  return password.length < PASSWORD_MIN ? `Use at least ${PASSWORD_MIN} characters.` : null;
}
